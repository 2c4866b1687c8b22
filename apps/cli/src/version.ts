// The version that people see, that records name, and that reports carry.
export const version = '0.1.0';

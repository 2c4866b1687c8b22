// The hand that tells people: chat and programs over HTTP, mail over SMTP.
export * from './http-channel.ts';
export * from './mail-channel.ts';

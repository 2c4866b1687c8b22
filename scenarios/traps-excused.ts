// The pitfalls for which no case can be written, each with the reason.

export const excused: Readonly<Record<string, string>> = {
  'U-47(4)':
    'it is about mending, not judging: the remedies of password.max-age and password.policy say to check each account before chage',
  'U-54(5)':
    'the idle time of Session Manager stands in the preferences of the account and Region (document SSM-SessionManagerRunShell); nothing on a host tells it',
  'U-40(3)':
    'no key of a web server bounds what is downloaded: the checks judge what is sent, and their remedy says so',
  'U-06(4)':
    'about the cost of a scan, which no state of a host shows: one walk answers all of these items (engines, walk.sh)',
  'U-09(3)': 'what writes the file next cannot be seen in it: the remedy names cloud-init',
  'U-13(4)':
    'find cannot ask for capabilities, and getcap -r would be a second walk over every file; the items name SUID and SGID alone',
  'U-16(3)': 'about the wording of a transcription of the guide, not about a host',
  'U-17(3)': 'extra evidence of another daemon, which the item does not judge',
};

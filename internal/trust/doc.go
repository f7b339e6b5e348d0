// Package trust decides which rules a browser believes. It holds the three
// signed notes of an agency (root, release, head), the file they travel in,
// and Verify, which looks at them strictly in order. It knows nothing of what
// rules are, has no clock, no randomness and no network, and imports nothing
// of ours: engine.wasm carries it.
//
// This text is the specification of the format.
//
// # Notes
//
// Every note is a C2SP signed note (c2sp.org/signed-note), the very bytes and
// keys of golang.org/x/mod/sumdb/note: a text that ends in LF, an empty line,
// and a line for each signature,
//
//	— name base64(first 4 bytes of SHA-256(name LF key), 64 bytes of Ed25519)
//
// where key is one byte 1 and the 32 of the public key; a public key is
// written name+hash+base64(key). What is signed is the text. Stricter than
// C2SP: every signature is of a key that has a say there and fits, no key
// signs twice, base64 has one spelling, a name is of ASCII letters, digits and
// . _ @ -, at most 64. So no byte of a note can change unseen.
//
// A text is lines of "field value", in this order, each value 1 to 500 bytes
// of UTF-8 without control characters or marks that hide or turn writing
// round. There is one spelling: numbers are decimal without leading zeros, at
// most 2^53-1; times are unix seconds; hashes are SHA-256 in small hexadecimal.
// A field that is not listed, twice, missing or out of order is refused. The
// first line names the kind and its version; of a newer version nothing is
// believed: update needed. A note is known by the hash of its text, so one
// more signature does not make it another note.
//
//	secondlook root v1
//	agency     id: small letters, digits, dashes
//	name       for people
//	version    1, 2, …
//	previous   hash of the root before; not in version 1
//	issued     time
//	need       K: how many approvers a release needs
//	approver   public key; N lines, 1 to 16
//	head       public key of the server; signs heads, nothing else
//	recovery   public key kept offline
//
// A root is signed by K of its own approvers, so that nobody is locked out by
// a slip; version N+1 also by K of version N's, or by version N's recovery
// key. No key and no name stands twice. At most 16 KB, and 100 versions.
//
//	secondlook release v1
//	agency     id
//	root       version of the root whose approvers sign
//	seq        1, 2, …
//	previous   hash of the release before; not in seq 1
//	issued     time
//	bundle     hash of the bundle's bytes
//	size       of the bundle, bytes, at most 4 MB
//	schema     of the bundle
//	raises     yes or no: is some level higher than in the release before
//	author     who wrote the rules
//	report     hash of the proof's report; may be missing
//	change     what changes, for people; 0 to 50 lines
//
// A release is signed by K approvers of the root it names. Where a newer root
// is known and the release is new to the browser, K of the signers are also
// approvers of the newest: a key that lost its say cannot publish. The
// approvers are the signatures; the text does not name them a second time. A
// rollback is a new release that names an old bundle. At most 64 KB.
//
//	secondlook head v1
//	agency     id
//	seq        of the newest release
//	release    its hash
//	issued     time
//	stale      time from which on browsers say they have not heard of the agency
//
// A head is signed by the head key of the newest root. It is about freshness:
// a server in other hands can freeze, and that shows. At most 4 KB.
//
// # A worked example
//
// A root and a release of a one-person agency. The root's fingerprint is
// 24HXZ-RZ9Z2-TQ207-8KE5W-H7VHG; the test Example makes it all.
//
//	secondlook root v1
//	agency maple
//	name Maple County Family Services
//	version 1
//	issued 1760000000
//	need 1
//	approver ann+ddbea25a+Aa8Go+MpFxTk81bBnJsVzRlR7G5mYqp3vgdUfyiTgzQd
//	head maple-head+64801789+AVSw2B0Pp9AOSn1gDfq6bysiA1si/jNeF+31+apbsFB0
//	recovery maple-recovery+41794b2f+AVtkicnH/Q3PUFRefBZIhu9ASR7AbH8bEjBBeX6BF1Ne
//
//	— ann 3b6iWiXH2/e+bbOONc4z3RkhiEk/HjAqIjAHhcQqTKHy9RZ8onqFK0q/advetF5dfx9YEuJZ7G6iZG/HHHQ3qVsqYA8=
//
//	secondlook release v1
//	agency maple
//	root 1
//	seq 1
//	issued 1760003600
//	bundle 60edae6c449dab4c8a3eef9c0aeeca5e6cb892bb310ce40d3b30ba6bc14a0515
//	size 10
//	schema 1
//	raises no
//	author Ann Lee
//	change Case numbers are a hold.
//
//	— ann 3b6iWje+ZYngINw/YxU7cdxNAQRdHzB1f2s+c8/NRavSuLEsUaySlqJgf/ZHzie4hapL4kJNl5cnazOdEn6+ptdI4gQ=
//
// # Fingerprints
//
// What a person compares is SHA-256 of a root's text, its first 125 bits in
// Crockford's base 32, in five groups of five. See Fingerprint.
//
// # Files
//
// An .rbundle is "secondlook rbundle v1" LF and parts, each "name length" LF
// and length bytes: one or more root from version 1 on, consecutive release,
// at most one head, at most one bundle, in that order; nothing follows a
// bundle. A root file is one without release and bundle. At most 8 MB. The
// same parts give the same bytes, and no other bytes give them.
//
// # What a browser remembers
//
// Pins. A lower seq is refused; the same seq with another hash, or a past in
// which the pinned release is another, is a fork: both hashes are kept in the
// Refusal and nothing is switched. What came between the pinned release and
// the newest has to be there to be looked at.
//
// Time is a state and refuses nothing: see Result and Input.tellTime. Where one
// person can publish alone (K = 1), a release that raises a level acts a day
// after it was issued and a day after the browser first saw it, whichever is
// later; at enrolment, a day after it was issued. "raises" is the publisher's
// word: a host that compares the bundles refuses one that says no and raises.
package trust

// Command wasm is the engine's ABI: engine.wasm, a WASI preview 1 reactor. It
// moves bytes between a host and the engine and decides nothing.
//
// # Exports
//
//	_initialize()                    once, before anything else (the Go runtime)
//	abi_version() i32                this document's version, 1
//	alloc(n i32) i32                 room for n bytes of request, 0 when n is refused
//	check(ptr i32, n i32) i64        one request in, one verdict out
//	suggest(ptr i32, n i32) i64      one request in, what could be said more generally out
//	load(ptr i32, n i32) i64         rules in, a report out
//	verify(ptr i32, n i32) i64       an agency's .rbundle in, whether to believe it out
//	propose(ptr i32, n i32) i64      a bundle in, for the proof; a report out
//	prove(ptr i32, n i32) i64        "FROM TO" in; what speaks against the proposed bundle out
//	show(ptr i32, n i32) i64         a bundle in, its JSON out
//
// An i64 answer is ptr<<32 | length of UTF-8 JSON. check answers with a
// verdict (see internal/verdict) or, where there is none, with
//
//	{"error":"request","reason":…}   the request could not be read; reason names key and byte
//	{"error":"size","reason":…}      longer than 32 MB
//	{"error":"memory","reason":…}    ptr and n are not a buffer that alloc gave
//	{"error":"engine"}               a fault of ours; the next check starts afresh
//
// suggest takes the same request and answers with the rewrites of internal/verdict
// (AppendRewritesJSON), or with an error as check does. It judges at most ten
// changed drafts, of a long one only what is around the first finding; a host asks
// for it where a worker looks at a finding, not at every key.
//
// load answers {"ok":true,"engine":…,"rules":"built-in"} or
// {"ok":false,"reason":…}. With n = 0 the built-in rules alone are in force; so
// they are with the bytes of those very rules. With a bundle, before which a
// line "seq 12\n" may give the number of its release, the answer is
// {"ok":true,"engine":…,"rules":"bundle","agency":…,"seq":…,"count":…}. A refusal
// changes nothing: what was in force stays. check loads the built-in rules itself
// where nothing was loaded before; a host calls load first to choose when that
// time is spent. load does not prove: a host loads what it saw proved.
//
// # Proof
//
// propose keeps a bundle apart from what is in force and answers {"ok":true,
// "agency":…,"steps":N,"parts":[{"part":…,"steps":…}]}, or {"ok":false,"reason":…,
// "refused":[…]} with every reason that needs no reading. n = 0 forgets it.
// prove tries steps from FROM on, up to TO, at most 64 in a call and fewer where
// they are long or a part ends, and answers
// {"ok":true,"next":…,"steps":N,"done":…,"refused":[{"code","where","why","sentence"}]};
// a step is one sentence, so a host takes as many at once as its clock allows
// and goes on at next; checks of drafts may come between. Only where every step was tried and
// nothing refused may a bundle be loaded. See internal/proof.
//
// show answers {"ok":true,"bundle":{…}}, everything that a bundle says, for the
// pages that show it (see policy.AppendBundleJSON), and changes nothing.
//
// No error holds a word of the draft.
//
// # Verify
//
// A request of verify is one line of JSON, an LF, and the bytes of an .rbundle
// (internal/trust says what that is):
//
//	{"now":…,"pins":{"agency","root","root_version","seq","release","acts_from","head_issued","clock"}}
//
// now is the host's clock in unix seconds; the pins are those of the answer
// before, or at enrolment the root's fingerprint and, where it is known, the
// agency's id. "first_use":true takes any root where no pins name one; the host then asks a person to compare the fingerprint
// before it keeps anything. The same form serves a file, managed storage and a
// server: who has notes and bundle apart writes the file's frame around them.
// Why no base64: a bundle goes through once, as the bytes it is.
//
// The answer is {"ok":true,"pins":{…},…} with
//
//	fingerprint, name, need, approvers   of the newest root
//	freshness       "fresh", "stale", "unknown"; none stops a bundle
//	clock_behind    the host's clock is behind what is known to have been
//	head_issued, head_stale   only where a head came
//	acts_from       unix seconds before which the release may not act, 0 for at once
//	bundle_at, bundle_size    where in the request the bundle stands
//	releases        oldest first, the last is in force: {"seq","hash","root","issued","bundle",
//	                "size","schema","raises","author","report","approvers","changes"}
//
// or {"ok":false,"reason":…,"part":…,"number":…} with a reason's code and part
// of internal/trust; with them "have" and "got" (the evidence of a fork, or the
// fingerprints), or "signed" and "need". Where the request is no good the part
// is "request" and the reason "malformed", "size" or "memory"; a fault of ours
// has part and reason "engine". A refusal changes nothing. The host keeps the
// pins of an ok in the same transaction as the bundle. verify does not touch
// the rules that are loaded. It takes about a millisecond for each signature;
// a host that has releases already sends only those after the pinned one.
//
// # Memory
//
// The engine owns all of its memory. A host writes a request only into the
// buffer of its latest alloc, [ptr, ptr+n); that buffer stays until the next
// alloc. An answer may be read until the next call of any export; then its
// bytes are reused. Memory may grow, so views of it are taken anew after every
// call. There is nothing to free.
//
// Buffers are kept between calls up to 1 MB and dropped above it. Linear
// memory never shrinks: a host that sees it above 32 MB after an answer starts
// a new instance.
//
// # Host
//
// The imports are functions of wasi_snapshot_preview1, all in imports.txt.
// None has to do anything: no files, arguments, environment or output. The
// clock may stand still but may not be zero. A trap (the runtime's own fatal
// error) ends the instance; the host starts another.
package main

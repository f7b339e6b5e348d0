// Package feed is what browsers read: an agency's head, roots, releases and
// bundles, under an address that nobody guesses. All of it is signed and public
// to whoever has the address.
//
//	GET /v1/a/{capability}/head             the head note; changes with each release, and a few times a day
//	GET /v1/a/{capability}/root/{version}   a root note; never changes
//	GET /v1/a/{capability}/release/{hash}   a release note; never changes
//	GET /v1/a/{capability}/blob/{hash}      a bundle; never changes
//	GET /v1/a/{capability}/export.rbundle   all a new browser needs, in one file
//
// It answers from memory: what is in force of every agency is held ready, and a
// database that is away, locked or full is not noticed by browsers. It keeps no
// record of who reads: nothing here logs, counts by address or writes.
package feed

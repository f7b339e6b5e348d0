// Package proof says whether a bundle may be in force, by trying it out with
// the engine that will run it: on its own examples, on labour speech and on
// ordinary speech that this package carries, and on labour speech in which the
// bundle's own words were put, so that no bundle can go round fixed sentences.
//
// The same bytes of it run on the agency's machine, on a server and in every
// worker's browser; nobody has to trust that the others ran it. A browser runs
// it in slices: a step is one sentence, or one text.
//
// What is asked of each step stands beside its part, in parts. All steps judge
// for an agency's own account, where its rules speak loudest.
package proof

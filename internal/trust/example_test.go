//go:build !wasip1

// Examples print through a file, and inside wasm there is none.

package trust_test

import (
	"fmt"
	"strings"

	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

// The worked example of the package's documentation: a one-person agency, its
// root, its first release, and a browser that was given the fingerprint.
func Example() {
	ann, _ := sign.New(strings.NewReader(strings.Repeat("a", 32)), "ann")
	head, _ := sign.New(strings.NewReader(strings.Repeat("h", 32)), "maple-head")
	paper, _ := sign.New(strings.NewReader(strings.Repeat("r", 32)), "maple-recovery")

	root := trust.Root{Agency: "maple", Name: "Maple County Family Services", Version: 1, Issued: 1760000000,
		Need: 1, Approvers: []trust.Key{ann.Key()}, Head: head.Key(), Recovery: paper.Key()}
	rootNote, _ := root.Note()
	rootNote, _ = ann.Sign(rootNote)
	fmt.Print(string(rootNote), "\n")

	rules := []byte("the rules\n")
	release := trust.Release{Agency: "maple", Root: 1, Seq: 1, Issued: 1760003600, Bundle: trust.BundleHash(rules),
		Size: int64(len(rules)), Schema: 1, Author: "Ann Lee", Changes: []string{"Case numbers are a hold."}}
	releaseNote, _ := release.Note()
	releaseNote, _ = ann.Sign(releaseNote)
	fmt.Print(string(releaseNote), "\n")

	enrolled := trust.Pins{Agency: "maple", Root: root.Fingerprint()}
	accepted, err := trust.Verify(trust.Input{Now: 1760007200, Schema: 1, Pins: enrolled,
		File: trust.File{Roots: [][]byte{rootNote}, Releases: [][]byte{releaseNote}, Blob: rules}})
	fmt.Println(err, accepted.Fingerprint, accepted.Pins.Seq, accepted.Freshness)

	_, err = trust.Verify(trust.Input{Now: 1760007200, Schema: 1, Pins: accepted.Pins,
		File: trust.File{Roots: [][]byte{rootNote}, Releases: [][]byte{releaseNote}, Blob: []byte("the rulez\n")}})
	fmt.Println(err)

	// Output:
	// secondlook root v1
	// agency maple
	// name Maple County Family Services
	// version 1
	// issued 1760000000
	// need 1
	// approver ann+ddbea25a+Aa8Go+MpFxTk81bBnJsVzRlR7G5mYqp3vgdUfyiTgzQd
	// head maple-head+64801789+AVSw2B0Pp9AOSn1gDfq6bysiA1si/jNeF+31+apbsFB0
	// recovery maple-recovery+41794b2f+AVtkicnH/Q3PUFRefBZIhu9ASR7AbH8bEjBBeX6BF1Ne
	//
	// — ann 3b6iWiXH2/e+bbOONc4z3RkhiEk/HjAqIjAHhcQqTKHy9RZ8onqFK0q/advetF5dfx9YEuJZ7G6iZG/HHHQ3qVsqYA8=
	//
	// secondlook release v1
	// agency maple
	// root 1
	// seq 1
	// issued 1760003600
	// bundle 60edae6c449dab4c8a3eef9c0aeeca5e6cb892bb310ce40d3b30ba6bc14a0515
	// size 10
	// schema 1
	// raises no
	// author Ann Lee
	// change Case numbers are a hold.
	//
	// — ann 3b6iWje+ZYngINw/YxU7cdxNAQRdHzB1f2s+c8/NRavSuLEsUaySlqJgf/ZHzie4hapL4kJNl5cnazOdEn6+ptdI4gQ=
	//
	// <nil> 24HXZ-RZ9Z2-TQ207-8KE5W-H7VHG 1 unknown
	// bundle: blob-hash
}

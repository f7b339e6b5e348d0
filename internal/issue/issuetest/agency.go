// Package issuetest is an agency for tests: real keys, real rules, releases as
// approvers sign them. Nothing but tests imports it.
package issuetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

// Start is the moment at which every agency of a test is founded.
var Start = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// Agency is one that two approvers, ann and ben, speak for.
type Agency struct {
	t        testing.TB
	Root     trust.Root
	File     trust.File // what was signed so far
	Approver []*sign.Signer
	last     *trust.Release
}

// Key is the key of a name, the same in every run.
func Key(t testing.TB, name string) *sign.Signer {
	t.Helper()
	seed := sha256.Sum256([]byte(name))
	s, err := sign.New(bytes.NewReader(seed[:]), name)
	require.NoError(t, err)
	return s
}

// New makes an agency whose root names head.
func New(t testing.TB, id string, head trust.Key, approvers ...string) *Agency {
	t.Helper()
	a := &Agency{t: t}
	a.Root = trust.Root{Agency: id, Name: "Maple County", Version: 1, Issued: Start.Unix(), Head: head, Recovery: Key(t, id+"-paper").Key()}
	if len(approvers) == 0 {
		approvers = []string{"ann", "ben"}
	}
	for _, name := range approvers {
		k := Key(t, name)
		a.Approver = append(a.Approver, k)
		a.Root.Approvers = append(a.Root.Approvers, k.Key())
	}
	a.Root.Need = len(approvers)
	a.File.Roots = [][]byte{a.signed(a.Root.Note())}
	return a
}

// NextRoot makes the next root, changed by change.
func (a *Agency) NextRoot(change func(*trust.Root)) {
	a.t.Helper()
	next := a.Root
	next.Version, next.Previous = next.Version+1, a.Root.Hash()
	change(&next)
	a.Root = next
	a.File.Roots = append(a.File.Roots[:len(a.File.Roots):len(a.File.Roots)], a.signed(next.Note()))
}

// Release signs the next release of a bundle and returns the file that brings it.
func (a *Agency) Release(blob []byte, change ...func(*trust.Release)) *trust.File {
	a.t.Helper()
	next := &trust.Release{Agency: a.Root.Agency, Root: a.Root.Version, Seq: 1, Issued: Start.Unix() + 60,
		Bundle: trust.BundleHash(blob), Size: int64(len(blob)), Schema: policy.BundleSchema, Author: "Dee Ortiz", Changes: []string{"Case numbers are a hold."}}
	if a.last != nil {
		next.Seq, next.Previous, next.Issued = a.last.Seq+1, a.last.Hash(), a.last.Issued+60
	}
	for _, c := range change {
		c(next)
	}
	a.last = next
	a.File.Blob = blob
	a.File.Releases = append(a.File.Releases[:len(a.File.Releases):len(a.File.Releases)], a.signed(next.Note()))
	f := a.File
	return &f
}

// Sign signs a draft that a desk made, as every approver.
func (a *Agency) Sign(f *trust.File) *trust.File {
	a.t.Helper()
	out := *f
	out.Releases = append(f.Releases[:len(f.Releases)-1:len(f.Releases)-1], a.signed(f.Releases[len(f.Releases)-1], nil))
	return &out
}

func (a *Agency) signed(note []byte, err error) []byte {
	a.t.Helper()
	require.NoError(a.t, err)
	for _, k := range a.Approver {
		note, err = k.Sign(note)
		require.NoError(a.t, err)
	}
	return note
}

// Bundle is the starter of an agency, packed, with further words in a rule of its
// own where there are any.
func Bundle(t testing.TB, id string, words ...string) []byte {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "rules")
	require.NoError(t, publish.WriteStarter(dir, id, Start))
	if len(words) > 0 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "agency.yaml"), []byte(edited(t, dir, words)), 0o600))
	}
	source, err := publish.ReadAgency(os.DirFS(dir))
	require.NoError(t, err)
	return policy.EncodeBundle(source.Bundle)
}

// edited is the starter's agency.yaml with the agency's name changed by the
// words, which makes another bundle.
func edited(t testing.TB, dir string, words []string) string {
	b, err := os.ReadFile(filepath.Join(dir, "agency.yaml"))
	require.NoError(t, err)
	var out []string
	found := false
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "agency:") {
			line, found = fmt.Sprintf("agency: %q\n", "Maple "+strings.Join(words, " ")), true
		}
		out = append(out, line)
	}
	require.True(t, found)
	return strings.Join(out, "")
}

// Proves is a prover that finds nothing, for tests of what comes after it.
type Proves struct{}

// Prove finds nothing.
func (Proves) Prove(context.Context, []byte) (*publish.Report, error) {
	return &publish.Report{OK: true}, nil
}

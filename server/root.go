package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"secondlook/internal/trust"
)

// rootCommand groups what founds an agency and changes who speaks for it.
type rootCommand struct {
	New    rootNewCommand    `cmd:"" help:"Found an agency: its approvers, how many of them decide, a recovery key."`
	Sign   rootSignCommand   `cmd:"" help:"Add your signature to the newest root of a file."`
	Rotate rootRotateCommand `cmd:"" help:"Change approvers or keys: the next root."`
	Show   rootShowCommand   `cmd:"" help:"Show every root of a file and who signed it."`
}

// keyFlags name the private keys that sign.
type keyFlags struct {
	Key []string `placeholder:"FILE" sep:"none" help:"Private key that signs; may be given more than once."`
	passphraseFlags
}

// signAs adds the signatures of the keys to a note.
func (k *keyFlags) signAs(note []byte, may []trust.Key, d desk) ([]byte, error) {
	signers, err := openKeys(k.Key, &k.passphraseFlags, d)
	if err != nil {
		return nil, err
	}
	for _, s := range signers {
		if !contains(may, s.Key()) {
			return nil, fmt.Errorf("the key of %s has no say in this: these have: %s", s.Key().Name(), namesOf(may))
		}
		if note, err = s.Sign(note); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Key().Name(), inWords(err))
		}
	}
	return note, nil
}

func contains(keys []trust.Key, key trust.Key) bool {
	for _, k := range keys {
		if k == key {
			return true
		}
	}
	return false
}

func namesOf(keys []trust.Key) string {
	var names []string
	for _, k := range keys {
		names = append(names, k.Name())
	}
	return strings.Join(names, ", ")
}

// newestRoot reads the last root of a file, and the verified one before it,
// nil where there is none.
func newestRoot(file *trust.File) (newest, before *trust.Root, err error) {
	n := len(file.Roots) - 1
	if n < 0 {
		return nil, nil, inWords(&trust.Refusal{Reason: trust.ReasonNoRoot, Part: "root"})
	}
	if n > 0 {
		roots, err := trust.CheckRoots(file.Roots[:n])
		if err != nil {
			return nil, nil, inWords(err)
		}
		before = roots[n-1]
	}
	newest, _, err = trust.ReadRoot(file.Roots[n])
	return newest, before, inWords(err)
}

// voters are the keys that may sign a root: its own approvers, and the
// approvers and the recovery key of the root before.
func voters(root, before *trust.Root) []trust.Key {
	keys := append([]trust.Key(nil), root.Approvers...)
	if before == nil {
		return keys
	}
	for _, k := range append(append([]trust.Key(nil), before.Approvers...), before.Recovery) {
		if !contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// holds reports whether the roots of a file hold, the newest perhaps with some
// signatures still to come.
func holds(file *trust.File) error {
	_, err := trust.CheckRoots(file.Roots)
	var r *trust.Refusal
	if errors.As(err, &r) && r.Reason == trust.ReasonApprovals && r.Number == int64(len(file.Roots)) {
		return nil
	}
	return inWords(err)
}

// tellRoot says what the newest root of a file is and how far it has come.
func tellRoot(w io.Writer, name string, file *trust.File) error {
	newest, before, err := newestRoot(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Root %d of %s: %d of %d approve: %s\n", newest.Version, newest.Agency, newest.Need, len(newest.Approvers), namesOf(newest.Approvers))
	if _, err = trust.CheckRoots(file.Roots); err == nil {
		fmt.Fprintf(w, "Root %d is complete.\n", newest.Version)
		if before != nil {
			fmt.Fprintln(w, "Next, sign a release under it (secondlook bundle sign), so that browsers that are new can have it.")
		}
		return nil
	}
	if err := holds(file); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	_, signed, err := trust.ReadRoot(file.Roots[len(file.Roots)-1])
	if err != nil {
		return inWords(err)
	}
	fmt.Fprintf(w, "%d of %d approvers have signed.\n", count(newest.Approvers, signed), newest.Need)
	if before != nil {
		fmt.Fprintf(w, "%d of %d approvers of root %d have signed; its recovery key would do in their place.\n",
			count(before.Approvers, signed), before.Need, before.Version)
	}
	fmt.Fprintf(w, "Not yet complete. Pass %s on: secondlook root sign %s --key THEIRS.key\n", name, name)
	return nil
}

func count(keys []trust.Key, signed []string) int {
	n := 0
	for _, k := range keys {
		for _, name := range signed {
			if name == k.Name() {
				n++
			}
		}
	}
	return n
}

package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"

	"secondlook/internal/keyfile"
	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

var errKeyName = errors.New("a key's name is of letters, digits and . _ @ - without spaces, such as ann.lee")

type keyNewCommand struct {
	Name string `arg:"" help:"Who holds it: letters, digits and . _ @ -, such as ann.lee."`
	Dir  string `default:"." placeholder:"DIR" help:"Folder for NAME.key and NAME.pub."`
	passphraseFlags
}

// Run makes NAME.key and NAME.pub.
func (c *keyNewCommand) Run(d desk) error {
	made, err := makeKey(c.Name, c.Dir, &c.passphraseFlags, d)
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Public key  %s\n", made.publicFile())
	fmt.Fprintf(d.out, "Private key %s (under your passphrase: without it nobody can use the key, you neither)\n", made.privateFile())
	fmt.Fprintf(d.out, "Fingerprint %s\n\n", made.key.Fingerprint())
	fmt.Fprintf(d.out, "Hand on %s. Keep %s to yourself.\n", made.publicFile(), made.privateFile())
	return nil
}

// madeKey is a key that is not yet in files.
type madeKey struct {
	key    trust.Key
	path   string // without .key and .pub
	sealed []byte
}

func (m *madeKey) publicFile() string  { return m.path + ".pub" }
func (m *madeKey) privateFile() string { return m.path + ".key" }

// makeKey makes a key and writes its two files.
func makeKey(name, dir string, pass *passphraseFlags, d desk) (*madeKey, error) {
	m, err := sealKey(name, dir, pass, d)
	if err != nil {
		return nil, err
	}
	return m, m.write()
}

// sealKey makes a key and writes nothing yet.
func sealKey(name, dir string, pass *passphraseFlags, d desk) (*madeKey, error) {
	if !trust.ValidName(name) {
		return nil, errKeyName
	}
	m := &madeKey{path: filepath.Join(dir, name)}
	for _, file := range []string{m.privateFile(), m.publicFile()} {
		if err := absent(file); err != nil {
			return nil, err
		}
	}
	passphrase, err := pass.fresh(m.privateFile(), d)
	if err != nil {
		return nil, err
	}
	signer, err := sign.New(rand.Reader, name)
	if err != nil {
		return nil, err
	}
	m.key = signer.Key()
	m.sealed, err = keyfile.Seal(signer, passphrase, keyfile.Work)
	return m, err
}

// write writes the two files, none of a key that was not made here.
func (m *madeKey) write() error {
	if m.sealed == nil {
		return nil
	}
	if err := create(m.privateFile(), m.sealed, 0o600); err != nil {
		return err
	}
	return create(m.publicFile(), []byte(m.key.String()+"\n"), 0o644)
}

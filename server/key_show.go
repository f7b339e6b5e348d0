package main

import (
	"fmt"
	"strings"

	"secondlook/internal/keyfile"
	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

type keyShowCommand struct {
	File string `arg:"" help:"NAME.pub, or NAME.key, whose passphrase is then asked for."`
	passphraseFlags
}

// Run prints the public key and its fingerprint.
func (c *keyShowCommand) Run(d desk) error {
	b, err := readBounded(c.File)
	if err != nil {
		return err
	}
	var key trust.Key
	if keyfile.Sealed(b) {
		signer, err := openKey(c.File, &c.passphraseFlags, d)
		if err != nil {
			return err
		}
		key = signer.Key()
	} else if key, err = publicKey(c.File, b); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%s\nFingerprint %s\n", key, key.Fingerprint())
	return nil
}

// publicKey reads a .pub file.
func publicKey(name string, b []byte) (trust.Key, error) {
	key, err := trust.ParseKey(strings.TrimSpace(string(b)))
	if err != nil {
		return key, fmt.Errorf("%s: %w", name, keyfile.ErrNotKey)
	}
	return key, nil
}

// publicKeys reads .pub files, in order.
func publicKeys(names []string) ([]trust.Key, error) {
	var keys []trust.Key
	for _, name := range names {
		b, err := readBounded(name)
		if err != nil {
			return nil, err
		}
		key, err := publicKey(name, b)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// openKey opens a .key file.
func openKey(name string, pass *passphraseFlags, d desk) (*sign.Signer, error) {
	b, err := readBounded(name)
	if err != nil {
		return nil, err
	}
	if !keyfile.Sealed(b) {
		return nil, fmt.Errorf("%s: %w", name, keyfile.ErrNotKey)
	}
	passphrase, err := pass.of(name, d)
	if err != nil {
		return nil, err
	}
	signer, err := keyfile.Open(b, passphrase)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return signer, nil
}

func openKeys(names []string, pass *passphraseFlags, d desk) ([]*sign.Signer, error) {
	var keys []*sign.Signer
	for _, name := range names {
		key, err := openKey(name, pass, d)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}

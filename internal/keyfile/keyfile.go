// Package keyfile keeps a private key in a file under a passphrase. The file
// is an age file (age-encryption.org/v1, scrypt, armoured), so that it can be
// opened with other tools in ten years' time too; inside is the key as signed
// notes write it. It knows nothing of who may sign what.
package keyfile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"filippo.io/age"
	"filippo.io/age/armor"

	"secondlook/internal/sign"
)

const (
	// Work is the logarithm of scrypt's cost: about a second, 256 MB.
	Work = 18
	// LeastPassphrase is the least number of characters of a new passphrase.
	LeastPassphrase = 12

	maxFile = 16 << 10
)

// Errors that callers tell apart.
var (
	ErrPassphrase = errors.New("the passphrase is not the one it was sealed with")
	ErrNotKey     = errors.New("not a key file")
	ErrShort      = fmt.Errorf("the passphrase has to have at least %d characters; four or five words do", LeastPassphrase)
)

// Seal writes key under passphrase. work is Work but in tests.
func Seal(key *sign.Signer, passphrase string, work int) ([]byte, error) {
	if utf8.RuneCountInString(passphrase) < LeastPassphrase {
		return nil, ErrShort
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(work)
	var out bytes.Buffer
	shield := armor.NewWriter(&out)
	w, err := age.Encrypt(shield, to)
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(w, key.Secret()+"\n")
	if err := errors.Join(err, w.Close(), shield.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Sealed reports whether b looks like a file that Seal wrote.
func Sealed(b []byte) bool { return bytes.HasPrefix(b, []byte(armor.Header)) }

// Open returns the key of a file. No error holds anything of it.
func Open(file []byte, passphrase string) (*sign.Signer, error) {
	if !Sealed(file) || len(file) > maxFile {
		return nil, ErrNotKey
	}
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase
	}
	by.SetMaxWorkFactor(Work + 2) // a file that wants gigabytes is none of ours
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(file)), by)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, ErrPassphrase
	}
	if err != nil {
		return nil, ErrNotKey
	}
	secret, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil {
		return nil, ErrNotKey
	}
	key, err := sign.Parse(strings.TrimSuffix(string(secret), "\n"))
	if err != nil {
		return nil, ErrNotKey
	}
	return key, nil
}

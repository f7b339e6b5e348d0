// Package seal keeps small secrets in the database unreadable to whoever has
// the database alone: the server's head keys and the members' second factors.
// It knows nothing of what they are.
package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Size is how many bytes a sealing key has.
const Size = 32

// Errors that callers tell apart.
var (
	ErrKey    = errors.New("a sealing key is 32 bytes in base64, as the file that the server made holds them")
	ErrSealed = errors.New("it was sealed with another key, or changed since")
)

// Seal seals and opens with one key: AES-256-GCM with a random nonce of 12
// bytes, which is safe for far more secrets than a server has.
type Seal struct{ aead cipher.AEAD }

// New takes the key in base64.
func New(key string) (*Seal, error) {
	b, err := base64.StdEncoding.DecodeString(strings.TrimSpace(key))
	if err != nil || len(b) != Size {
		return nil, ErrKey
	}
	block, err := aes.NewCipher(b)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	return &Seal{aead}, err
}

// Fresh makes a key.
func Fresh() string {
	var b [Size]byte
	rand.Read(b[:])
	return base64.StdEncoding.EncodeToString(b[:])
}

// Open reads the key from a file, which only its owner can read; it is made
// where it is not there.
func Open(file string) (*Seal, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		if err = placed(file); err == nil {
			b, err = os.ReadFile(file)
		}
	}
	if err != nil {
		return nil, err
	}
	s, err := New(string(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return s, nil
}

// placed puts a new key into a file, whole or not at all; of two who do it at
// once the first one's stays.
func placed(file string) error {
	out, err := os.CreateTemp(filepath.Dir(file), ".secondlook-key-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	_, err = io.WriteString(out, Fresh()+"\n")
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		return err
	}
	if err = os.Link(out.Name(), file); err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return os.Rename(out.Name(), file) // a file system without links
}

// Seal seals a secret. about names whose it is, such as "head maple": a sealed
// secret that is put in another's place does not open.
func (s *Seal) Seal(about string, secret []byte) []byte {
	nonce := make([]byte, s.aead.NonceSize(), s.aead.NonceSize()+len(secret)+s.aead.Overhead())
	rand.Read(nonce)
	return s.aead.Seal(nonce, nonce, secret, []byte(about))
}

// Open returns what was sealed.
func (s *Seal) Open(about string, sealed []byte) ([]byte, error) {
	n := s.aead.NonceSize()
	if len(sealed) < n {
		return nil, ErrSealed
	}
	secret, err := s.aead.Open(nil, sealed[:n], sealed[n:], []byte(about))
	if err != nil {
		return nil, ErrSealed
	}
	return secret, nil
}

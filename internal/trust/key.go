package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"slices"
	"strings"
)

// algEd25519 is the one algorithm byte of C2SP signed-note that is taken.
const algEd25519 = 1

const (
	maxName       = 64
	privatePrefix = "PRIVATE+KEY+"
)

// Key is a public key with the name of who holds it. Its string form is that
// of signed notes: name+hash+base64(1 byte of algorithm, 32 of key).
type Key struct {
	name   string
	public [ed25519.PublicKeySize]byte
}

// Name is who holds the key: letters, digits and . _ @ - of ASCII.
func (k Key) Name() string { return k.name }

// ID is the key's short hash: the first four bytes of
// SHA-256(name LF algorithm key).
func (k Key) ID() [4]byte {
	sum := sha256.Sum256(slices.Concat([]byte(k.name), []byte{'\n', algEd25519}, k.public[:]))
	return [4]byte(sum[:4])
}

func (k Key) String() string {
	id := k.ID()
	return k.name + "+" + hex.EncodeToString(id[:]) + "+" + base64.StdEncoding.EncodeToString(append([]byte{algEd25519}, k.public[:]...))
}

// Fingerprint is the key's, to be read aloud: see Fingerprint.
func (k Key) Fingerprint() string { return Fingerprint(k.String()) }

// ParseKey reads a public key in the form String writes, and no other.
func ParseKey(s string) (Key, error) {
	name, secret, ok := parseKey(s)
	if !ok {
		return Key{}, refuse("key", ReasonMalformed)
	}
	k := Key{name: name, public: [ed25519.PublicKeySize]byte(secret)}
	if k.String() != s {
		return Key{}, refuse("key", ReasonMalformed)
	}
	return k, nil
}

// parseKey splits name+hash+base64(algorithm, 32 bytes). The hash is for the
// caller to compare.
func parseKey(s string) (name string, key []byte, ok bool) {
	parts := strings.Split(s, "+")
	if len(parts) < 3 || !ValidName(parts[0]) {
		return "", nil, false
	}
	data, err := base64.StdEncoding.Strict().DecodeString(strings.Join(parts[2:], "+"))
	if err != nil || len(data) != 33 || data[0] != algEd25519 {
		return "", nil, false
	}
	return parts[0], data[1:], true
}

// ValidName reports whether s can be the name of a key.
func ValidName(s string) bool {
	if s == "" || len(s) > maxName {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if !letterOrDigit(c) && c != '.' && c != '_' && c != '@' && c != '-' {
			return false
		}
	}
	return true
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// Signer is a private key. It has no String: Secret is asked for by name.
type Signer struct {
	key    Key
	secret ed25519.PrivateKey
}

// NewSigner makes a key for name from 32 bytes of random.
func NewSigner(random io.Reader, name string) (*Signer, error) {
	if !ValidName(name) {
		return nil, refuse("key", ReasonMalformed)
	}
	var seed [ed25519.SeedSize]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return nil, err
	}
	return signerOf(name, seed[:]), nil
}

func signerOf(name string, seed []byte) *Signer {
	secret := ed25519.NewKeyFromSeed(seed)
	return &Signer{Key{name, [ed25519.PublicKeySize]byte(secret.Public().(ed25519.PublicKey))}, secret}
}

// Key returns the public half.
func (s *Signer) Key() Key { return s.key }

// Secret returns the private key as signed notes write it:
// PRIVATE+KEY+name+hash+base64. It is to be sealed before it is kept.
func (s *Signer) Secret() string {
	id := s.key.ID()
	return privatePrefix + s.key.name + "+" + hex.EncodeToString(id[:]) + "+" +
		base64.StdEncoding.EncodeToString(append([]byte{algEd25519}, s.secret.Seed()...))
}

// ParseSigner reads what Secret wrote. Its error holds nothing of it.
func ParseSigner(secret string) (*Signer, error) {
	rest, private := strings.CutPrefix(secret, privatePrefix)
	name, seed, ok := parseKey(rest)
	if !private || !ok {
		return nil, refuse("key", ReasonMalformed)
	}
	s := signerOf(name, seed)
	if s.Secret() != secret {
		return nil, refuse("key", ReasonMalformed)
	}
	return s, nil
}

func (s *Signer) sign(text []byte) []byte { return ed25519.Sign(s.secret, text) }

func (k Key) verifies(text, signature []byte) bool {
	return ed25519.Verify(k.public[:], text, signature)
}

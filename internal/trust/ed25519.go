package trust

import (
	"slices"

	"filippo.io/edwards25519"
)

// Sizes of Ed25519 (RFC 8032), bytes.
const (
	publicSize    = 32
	signatureSize = 64
)

// verifies reports whether signature is the key's of text. The steps are those
// of crypto/ed25519.Verify, on the curve that package itself is made of; see
// sum256 for why it is not called. A test holds the two together.
func (k Key) verifies(text, signature []byte) bool {
	if len(signature) != signatureSize {
		return false
	}
	a, err := new(edwards25519.Point).SetBytes(k.public[:])
	if err != nil {
		return false
	}
	digest := sum512(slices.Concat(signature[:32], k.public[:], text))
	h, err := edwards25519.NewScalar().SetUniformBytes(digest[:])
	if err != nil {
		return false
	}
	s, err := edwards25519.NewScalar().SetCanonicalBytes(signature[32:])
	if err != nil {
		return false
	}
	// [s]B = R + [h]A, so R = [h](-A) + [s]B
	r := new(edwards25519.Point).VarTimeDoubleScalarBaseMult(h, a.Negate(a), s)
	return [32]byte(r.Bytes()) == [32]byte(signature[:32])
}

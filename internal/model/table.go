package model

import "secondlook/internal/hashed"

// Feature is one thing that is true of a draft or a token, hashed to 32 bits.
type Feature = hashed.Feature

// Bias is the feature that is always there.
const Bias = hashed.Bias

func feature(kind byte, a, b uint32) Feature { return hashed.Of(kind, a, b) }

// WordID is a word's hash of 24 bits.
func WordID(s string) uint32 { return hashed.Word(s) }

package feed

import (
	"bytes"
	"context"
	"errors"
	"strconv"

	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// shelf is what of an agency is held ready: what is in force.
type shelf struct {
	agency string
	head   []byte
	ready  map[string]*item // by what follows the capability in the address
}

// stock fills the shelf of an agency from the store.
func stock(ctx context.Context, s *store.Store, h store.Head) (*shelf, error) {
	f, err := s.Export(ctx, h.Agency)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(f.Head, h.Note) {
		return nil, errMoved
	}
	newest := f.Releases[len(f.Releases)-1]
	release, _, err := trust.ReadRelease(newest)
	if err != nil {
		return nil, err
	}
	whole := trust.File{Roots: f.Roots, Releases: f.Releases, Head: f.Head, Blob: f.Blob}
	out := &shelf{agency: h.Agency, head: h.Note, ready: map[string]*item{
		"head":                      newItem(f.Head, notes, changing),
		"release/" + release.Hash(): newItem(newest, notes, immutable),
		"blob/" + release.Bundle:    newItem(f.Blob, data, immutable),
		"export.rbundle":            newItem(whole.Bytes(), data, changing),
	}}
	for i, note := range f.Roots {
		out.ready["root/"+strconv.Itoa(i+1)] = newItem(note, notes, immutable)
	}
	return out, nil
}

// errMoved is for a head that changed while it was read; the next look finds it.
var errMoved = errors.New("the head has changed meanwhile")

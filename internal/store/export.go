package store

import "context"

// File is what a browser that is new needs of an agency. The parts are those of
// an .rbundle; whoever reads them verifies them.
type File struct {
	Roots    [][]byte
	Releases [][]byte // consecutive, the newest last
	Head     []byte
	Blob     []byte // of the newest release
}

// Bounds of an export, below those of an .rbundle (1,000 releases, 8 MB).
const (
	mostReleases = 900
	mostNotes    = 2 << 20
)

// Export returns the roots, the newest releases, as many as may travel together,
// the head and the bundle of an agency: ErrNotFound before the first head.
func (s *Store) Export(ctx context.Context, agency string) (*File, error) {
	head, err := s.Head(ctx, agency)
	if err != nil {
		return nil, err
	}
	f := &File{Head: head.Note}
	if f.Roots, err = s.Roots(ctx, agency); err != nil {
		return nil, err
	}
	all, err := list(ctx, s, (*Release).columns, releaseColumns+`WHERE agency = ? AND seq <= ? ORDER BY seq DESC LIMIT ?`, agency, head.Seq, mostReleases)
	if err != nil {
		return nil, err
	}
	bytes := 0
	for i, r := range all {
		if bytes += len(r.Note); i > 0 && bytes > mostNotes {
			break
		}
		f.Releases = append([][]byte{r.Note}, f.Releases...)
	}
	if len(all) == 0 {
		return nil, ErrNotFound
	}
	f.Blob, err = s.Blob(ctx, agency, all[0].Bundle)
	return f, err
}

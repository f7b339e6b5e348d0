package store

import (
	"context"
	"errors"
)

// Working is one file of an agency's rules that are being written.
type Working struct {
	Agency   string
	Path     string
	Text     string
	Revision int64 // counts up with each edit, from 1
	Editor   string
	Edited   int64
}

func (w *Working) columns() []any {
	return []any{&w.Agency, &w.Path, &w.Text, &w.Revision, &w.Editor, &w.Edited}
}

const workingColumns = `SELECT agency, path, text, revision, editor, edited FROM working `

// WorkingFiles returns every file of an agency.
func (s *Store) WorkingFiles(ctx context.Context, agency string) ([]Working, error) {
	return list(ctx, s, (*Working).columns, workingColumns+`WHERE agency = ? ORDER BY path`, agency)
}

// WorkingFile returns one.
func (s *Store) WorkingFile(ctx context.Context, agency, path string) (w Working, err error) {
	err = s.get(ctx, w.columns(), workingColumns+`WHERE agency = ? AND path = ?`, agency, path)
	return w, err
}

// PutWorking writes a file over the revision that w.Revision names, 0 for a new
// one, and returns the next revision; ErrStale where that is not the newest.
func (s *Store) PutWorking(ctx context.Context, w Working) (int64, error) {
	if w.Revision > 0 {
		err := s.one(ctx, `UPDATE working SET text = ?, revision = revision + 1, editor = ?, edited = ? WHERE agency = ? AND path = ? AND revision = ?`,
			w.Text, w.Editor, w.Edited, w.Agency, w.Path, w.Revision)
		return w.Revision + 1, stale(err, ErrNotFound)
	}
	_, err := s.exec(ctx, `INSERT INTO working (agency, path, text, revision, editor, edited) VALUES (?, ?, ?, 1, ?, ?)`,
		w.Agency, w.Path, w.Text, w.Editor, w.Edited)
	return 1, stale(err, ErrExists)
}

// DropWorking removes a file at the revision it was seen at.
func (s *Store) DropWorking(ctx context.Context, agency, path string, revision int64) error {
	err := s.one(ctx, `DELETE FROM working WHERE agency = ? AND path = ? AND revision = ?`, agency, path, revision)
	return stale(err, ErrNotFound)
}

func stale(err, sign error) error {
	if errors.Is(err, sign) {
		return ErrStale
	}
	return err
}

package store

import (
	"context"

	"github.com/jackc/pgx/v5"
)

// channel is what servers that share a database tell each other on.
const channel = "secondlook_head"

// tell says, when the transaction is through, that some head is new.
func (t *tx) tell(ctx context.Context) error {
	if !t.shared {
		return nil
	}
	_, err := t.exec(ctx, `SELECT pg_notify('`+channel+`', '')`)
	return err
}

// Listen calls heard for every hint of another server that some head is new. It
// returns when the connection is lost or ctx ends, and at once where nothing
// can be heard. A hint may be lost: whoever listens looks now and then anyway.
func (s *Store) Listen(ctx context.Context, heard func()) error {
	if !s.shared {
		return nil
	}
	c, err := pgx.Connect(ctx, s.source)
	if err != nil {
		return err
	}
	defer c.Close(context.WithoutCancel(ctx))
	if _, err := c.Exec(ctx, "LISTEN "+channel); err != nil {
		return err
	}
	for {
		if _, err := c.WaitForNotification(ctx); err != nil {
			return err
		}
		heard()
	}
}

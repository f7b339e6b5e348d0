package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"secondlook/internal/trust"
)

type rootNewCommand struct {
	File     string   `arg:"" help:"Root file to make, such as maple.root."`
	Agency   string   `required:"" help:"The agency's id: small letters, digits and dashes."`
	Name     string   `required:"" help:"The agency's name, as people write it."`
	Approver []string `required:"" placeholder:"PUB" sep:"none" help:"Public key of an approver; once for each."`
	Need     int      `required:"" help:"How many approvers it takes."`
	Head     string   `placeholder:"PUB" help:"Public key of the agency's server (secondlook agency new writes it). Without it a head key is made, for a server to come."`
	keyFlags
}

// Run makes the root file, and beside it the head key and the recovery key.
// Nothing is written before all of it is right.
func (c *rootNewCommand) Run(d desk) error {
	if !trust.ValidAgency(c.Agency) || len(c.Agency) > 50 {
		return errors.New("an agency's id is of small letters, digits and dashes, at most 50, such as maple-county")
	}
	if !trust.ValidLine(c.Name) {
		return errors.New("the agency's name has to be one line of at most 500 bytes")
	}
	if err := absent(c.File); err != nil {
		return err
	}
	root := trust.Root{Agency: c.Agency, Name: c.Name, Version: 1, Issued: time.Now().Unix()}
	if err := elect(&root, c.Approver, c.Need); err != nil {
		return err
	}
	dir := filepath.Dir(c.File)
	head, err := c.headKey(dir, d)
	if err != nil {
		return err
	}
	recovery, err := sealKey(c.Agency+"-recovery", dir, &c.passphraseFlags, d)
	if err != nil {
		return err
	}
	root.Head, root.Recovery = head.key, recovery.key
	note, err := root.Note()
	if err != nil {
		return inWords(err)
	}
	if note, err = c.signAs(note, root.Approvers, d); err != nil {
		return err
	}
	file := &trust.File{Roots: [][]byte{note}}
	for _, write := range []func() error{head.write, recovery.write, func() error { return create(c.File, file.Bytes(), 0o644) }} {
		if err := write(); err != nil {
			return err
		}
	}
	fmt.Fprintf(d.out, foundation, c.File, root.Fingerprint())
	if head.sealed != nil {
		fmt.Fprintf(d.out, headMade, head.privateFile())
	}
	fmt.Fprintf(d.out, recoveryMade, recovery.privateFile())
	return tellRoot(d.out, c.File, file)
}

const foundation = `Root file   %s
Fingerprint %s
  Give it to staff on paper or by phone: it is how they know your agency from another that uses its name.

`

const headMade = "%s is for a server that says how fresh the rules are. Without a server, put it away.\n"

const recoveryMade = `%s belongs offline: copy it to two USB sticks or print it, put each in another locked
  place with its passphrase in a third, and delete it here. It alone replaces approvers whose keys are lost; without it
  the agency starts anew, and everyone enrols again.

`

// headKey is the server's, or a new one.
func (c *rootNewCommand) headKey(dir string, d desk) (*madeKey, error) {
	if c.Head == "" {
		return sealKey(c.Agency+"-head", dir, &c.passphraseFlags, d)
	}
	keys, err := publicKeys([]string{c.Head})
	if err != nil {
		return nil, err
	}
	return &madeKey{key: keys[0]}, nil
}

// elect fills in who approves.
func elect(root *trust.Root, files []string, need int) error {
	keys, err := publicKeys(files)
	if err != nil {
		return err
	}
	if need < 1 || need > len(keys) {
		return fmt.Errorf("--need %d of %s: it has to be from 1 to the number of approvers", need, approvers(len(keys)))
	}
	if len(keys) > trust.MaxApprovers {
		return fmt.Errorf("%d approvers: at most %d", len(keys), trust.MaxApprovers)
	}
	root.Approvers, root.Need = keys, need
	return nil
}

func approvers(n int) string {
	if n == 1 {
		return "1 approver"
	}
	return fmt.Sprintf("%d approvers", n)
}

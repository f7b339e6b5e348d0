package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// instance is a running engine.
type instance struct {
	module             api.Module
	alloc, check, load api.Function
	suggest            api.Function // nil in an engine that rewrites nothing
	propose, prove     api.Function // nil in an engine that proves no bundles
}

// start runs a fresh instance and asks for its ABI.
func (s *Sandbox) start(ctx context.Context) error {
	if s.limits.Base > 0 {
		bounded, cancel := context.WithTimeout(ctx, s.limits.Base)
		defer cancel()
		ctx = bounded
	}
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize")
	module, err := s.runtime.InstantiateModule(ctx, s.module, config)
	if err != nil {
		return fmt.Errorf("starting the engine: %w", explain(ctx, err))
	}
	version, err := module.ExportedFunction("abi_version").Call(ctx)
	if err == nil && uint32(version[0]) != abiVersion {
		err = fmt.Errorf("the engine speaks version %d, this program %d", uint32(version[0]), abiVersion)
	} else if err != nil {
		err = fmt.Errorf("starting the engine: %w", explain(ctx, err))
	}
	if err != nil {
		return errors.Join(err, module.Close(ctx))
	}
	s.run = &instance{
		module:  module,
		alloc:   module.ExportedFunction("alloc"),
		check:   module.ExportedFunction("check"),
		suggest: module.ExportedFunction("suggest"),
		load:    module.ExportedFunction("load"),
		propose: module.ExportedFunction("propose"),
		prove:   module.ExportedFunction("prove"),
	}
	return nil
}

// stop ends the running instance.
func (s *Sandbox) stop() {
	if s.run != nil {
		s.run.module.Close(context.Background())
		s.run = nil
	}
}

func (i *instance) size() int { return int(i.module.Memory().Size()) }

// exchange writes in, calls f with it and returns a copy of the answer.
func (i *instance) exchange(ctx context.Context, f api.Function, in []byte) ([]byte, error) {
	at, err := i.alloc.Call(ctx, uint64(len(in)))
	if err != nil {
		return nil, err
	}
	memory := i.module.Memory()
	if at[0] != 0 && !memory.Write(uint32(at[0]), in) {
		return nil, errors.New("the engine's buffer lies outside its memory")
	}
	packed, err := f.Call(ctx, at[0], uint64(len(in)))
	if err != nil {
		return nil, err
	}
	from, n := uint32(packed[0]>>32), uint32(packed[0])
	out, ok := memory.Read(from, n)
	if !ok || n > maxAnswer {
		return nil, errors.New("the engine's answer lies outside its memory")
	}
	return bytes.Clone(out), nil
}

// refusal returns the *Refusal that an answer is, nil for a verdict.
func refusal(answer []byte) error {
	if !bytes.HasPrefix(answer, []byte(`{"error":`)) {
		return nil
	}
	var r struct{ Error, Reason string }
	if err := json.Unmarshal(answer, &r); err != nil {
		return ErrTrapped
	}
	return &Refusal{Code: r.Error, Reason: r.Reason}
}

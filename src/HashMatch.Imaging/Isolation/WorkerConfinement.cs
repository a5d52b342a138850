namespace HashMatch.Imaging.Isolation;

/// <summary>What a worker gives up before it sees a file.</summary>
static class WorkerConfinement
{
    internal static void Enter(SharedBlock block, WorkerLimits limits)
    {
        block.Words.TakeStandardError(block.Descriptor);
        block.CloseFile();
        // What interrupts or ends a program reaches its workers too; it is the program that ends them, by closing the pipe.
        Libc.HandleSignal(Libc.HangUp, Libc.Ignore);
        Libc.HandleSignal(Libc.Terminate, Libc.Ignore);
        Libc.HandleSignal(Libc.Interrupt, Libc.Ignore);
        Libc.HandleSignal(Libc.Quit, Libc.Ignore);
        Libc.ControlProcess(Libc.SetNoNewPrivileges, 1);
        // No image of the picture's memory anywhere: the limit stops files, the other one also programs that collect them.
        Libc.SetLimit(Libc.CoreSize, default);
        Libc.ControlProcess(Libc.SetDumpable, 0);
        AddressSpace.LimitTo(limits.NativeBytes);
        EndWithParent();
    }

    /// <summary>A decoder that hangs must not outlive a parent that was killed: the pipe closes with it.</summary>
    static void EndWithParent()
    {
        Thread watch = new(() =>
        {
            var parent = default(Libc.PolledFile);
            while (Libc.Poll(ref parent, 1, -1) != 1)
            {
            }

            Libc.Exit(0);
        }, maxStackSize: 1 << 16)
        {
            IsBackground = true,
        };
        watch.Start();
    }
}

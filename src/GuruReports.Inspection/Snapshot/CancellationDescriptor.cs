using GuruReports.Inspection.Native;

namespace GuruReports.Inspection.Snapshot;

/// <summary>A flag that poll(2) can wait for. Signalling after disposal does nothing.</summary>
internal sealed unsafe class CancellationDescriptor : IDisposable
{
    private readonly object _gate = new();

    public CancellationDescriptor() => Descriptor = Libc.eventfd(0, Libc.OCloExec);

    /// <summary>The eventfd; -1 (which poll ignores) when none could be had or after disposal.</summary>
    public int Descriptor { get; private set; }

    public bool IsSignalled { get; private set; }

    public void Signal()
    {
        lock (_gate)
        {
            IsSignalled = true;
            if (Descriptor >= 0)
            {
                ulong one = 1;
                _ = Libc.write(Descriptor, &one, sizeof(ulong));
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (Descriptor >= 0)
            {
                _ = Libc.close(Descriptor);
                Descriptor = -1;
            }
        }
    }
}

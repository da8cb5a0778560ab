using GuruReports.Inspection.Native;
using GuruReports.SnapshotReader.Native;

namespace GuruReports.SnapshotReader.Memory;

/// <summary>
/// Reads the memory of another process: with process_vm_readv, which is quicker, as long as the kernel allows it, and
/// else through the descriptor that the service opened. Thread-safe.
/// </summary>
internal sealed unsafe class ProcessMemory(int process, int descriptor)
{
    private const int EPERM = 1, ESRCH = 3, ENOSYS = 38;

    private volatile bool _useDescriptor;

    /// <summary>Reads as many bytes as can be; returns their number.</summary>
    public int Read(ulong address, Span<byte> target)
    {
        fixed (byte* start = target)
        {
            if (!_useDescriptor)
            {
                var local = new IoVector { Start = start, Length = (nuint)target.Length };
                var remote = new IoVector { Start = (void*)address, Length = (nuint)target.Length };
                var count = HelperLibc.process_vm_readv(process, &local, 1, &remote, 1, 0);
                if (count >= 0)
                {
                    return (int)count;
                }

                // Any other error is about the address.
                if (System.Runtime.InteropServices.Marshal.GetLastPInvokeError() is not (EPERM or ESRCH or ENOSYS))
                {
                    return 0;
                }

                _useDescriptor = true;
            }

            return (int)Math.Max(HelperLibc.pread(descriptor, start, (nuint)target.Length, (long)address), 0);
        }
    }
}

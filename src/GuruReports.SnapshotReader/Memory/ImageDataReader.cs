using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Memory;

/// <summary>Shows an image to ClrMD.</summary>
/// <param name="memory">The image's memory.</param>
/// <param name="processId">The process id of the image.</param>
/// <param name="executable">The service's executable: in a single-file service it is the runtime.</param>
internal sealed class ImageDataReader(ImageMemory memory, int processId, string executable) : IDataReader
{
    public string DisplayName => "image";

    public bool IsThreadSafe => true;

    public OSPlatform TargetPlatform => OSPlatform.Linux;

    public Architecture Architecture => RuntimeInformation.ProcessArchitecture;

    public int ProcessId => processId;

    public int PointerSize => 8;

    /// <summary>Only where a runtime can be: ClrMD looks at each module it is told of.</summary>
    public IEnumerable<ModuleInfo> EnumerateModules()
    {
        foreach (var region in memory.Map.Regions)
        {
            var isRuntime = region.Path == executable || Path.GetFileName(region.Path.AsSpan()).SequenceEqual("libcoreclr.so");
            if (region.FileOffset == 0 && isRuntime && ModuleInfo.TryCreate(this, region.Start, region.Path) is { } module)
            {
                yield return module;
            }
        }
    }

    /// <summary>
    /// Leaves the context zero and says that it worked: the image's threads do not exist as threads. Threads outside
    /// managed code are walked by their frame chain and need no registers; the others have no frames here.
    /// </summary>
    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context)
    {
        context.Clear();
        return true;
    }

    public void FlushCachedData()
    {
    }

    public int Read(ulong address, Span<byte> buffer) => memory.Read(address, buffer);

    public bool Read<T>(ulong address, out T value)
        where T : unmanaged
    {
        Unsafe.SkipInit(out value);
        var bytes = MemoryMarshal.AsBytes(new Span<T>(ref value));
        if (memory.Read(address, bytes) == bytes.Length)
        {
            return true;
        }

        value = default;
        return false;
    }

    public T Read<T>(ulong address)
        where T : unmanaged => Read<T>(address, out var value) ? value : default;

    public bool ReadPointer(ulong address, out ulong value) => Read(address, out value);

    public ulong ReadPointer(ulong address) => Read<ulong>(address);
}

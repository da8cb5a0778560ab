using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Memory;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotAnalysis.Tests.Stacks;

/// <summary>Memory that a test writes word by word; what it has not written is zero. A reader sees it as it is when that is made.</summary>
internal sealed class WrittenMemory : IDataReader
{
    private readonly Dictionary<ulong, ulong> _words = [];

    public ulong this[ulong address]
    {
        get => _words.GetValueOrDefault(address);
        set => _words[address] = value;
    }

    public string DisplayName => "written";

    public bool IsThreadSafe => true;

    public OSPlatform TargetPlatform => OSPlatform.Linux;

    public Architecture Architecture => Architecture.X64;

    public int ProcessId => 1;

    public int PointerSize => 8;

    /// <summary>A reader of it.</summary>
    public PagedReader Open() => new(this);

    public int Read(ulong address, Span<byte> buffer)
    {
        for (var at = 0; at < buffer.Length; at += 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer[at..], this[address + (uint)at]);
        }

        return buffer.Length;
    }

    public bool Read<T>(ulong address, out T value)
        where T : unmanaged => throw new NotSupportedException();

    public T Read<T>(ulong address)
        where T : unmanaged => throw new NotSupportedException();

    public bool ReadPointer(ulong address, out ulong value) => throw new NotSupportedException();

    public ulong ReadPointer(ulong address) => throw new NotSupportedException();

    public IEnumerable<ModuleInfo> EnumerateModules() => [];

    public bool GetThreadContext(uint threadID, uint contextFlags, Span<byte> context) => false;

    public void FlushCachedData()
    {
    }
}

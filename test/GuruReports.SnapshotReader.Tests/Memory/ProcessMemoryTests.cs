using System.Runtime.InteropServices;
using GuruReports.SnapshotReader.Memory;

namespace GuruReports.SnapshotReader.Tests.Memory;

public unsafe class ProcessMemoryTests
{
    // No process has this id, so that only the descriptor can answer.
    private const int Nobody = int.MaxValue;

    [Fact]
    public void Read_OwnMemory_TheBytes()
    {
        var memory = new ProcessMemory(Environment.ProcessId, -1);

        var (count, value) = ReadBack(memory);

        Assert.Equal((8, 4711L), (count, value));
    }

    [Fact]
    public void Read_TheSystemCallIsRefused_TheDescriptorIsUsed()
    {
        using var file = File.OpenHandle("/proc/self/mem");
        var memory = new ProcessMemory(Nobody, (int)file.DangerousGetHandle());

        var (count, value) = ReadBack(memory);

        Assert.Equal((8, 4711L), (count, value));
    }

    [Fact]
    public void Read_NothingMappedThere_Zero()
    {
        var memory = new ProcessMemory(Environment.ProcessId, -1);

        var count = memory.Read(0x10, new byte[8]);

        Assert.Equal(0, count);
    }

    [Fact]
    public void ImageMemory_ReadAcrossPages_TheBytes()
    {
        using var map = File.OpenHandle("/proc/self/maps");
        var block = (byte*)NativeMemory.Alloc(100_000);
        new Random(1).NextBytes(new Span<byte>(block, 100_000));
        var process = new ProcessMemory(Environment.ProcessId, -1);
        var regions = MemoryMap.Read((int)map.DangerousGetHandle());
        var memory = new ImageMemory(regions, process, process, SharedCopies.Take(MemoryMap.Parse(""), process));
        int[] lengths = [1, 100, 4095, 4096, 4097, 10_000, 90_000];

        var read = lengths.Select(length => Read(memory, (ulong)block + 3000, length)).ToArray();

        Assert.All(lengths.Zip(read), pair => Assert.True(new Span<byte>(block + 3000, pair.First).SequenceEqual(pair.Second)));
        NativeMemory.Free(block);
    }

    private static byte[] Read(ImageMemory memory, ulong address, int length)
    {
        var bytes = new byte[length];
        return memory.Read(address, bytes) == length ? bytes : [];
    }

    private static (int Count, long Value) ReadBack(ProcessMemory memory)
    {
        long value = 4711;
        var bytes = new byte[8];
        var count = memory.Read((ulong)&value, bytes);
        return (count, BitConverter.ToInt64(bytes));
    }
}

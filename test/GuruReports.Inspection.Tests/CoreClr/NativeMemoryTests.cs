using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.Tests.CoreClr;

public class NativeMemoryTests
{
    [Fact]
    public unsafe void TryRead_OwnMemory_GivesItsBytes()
    {
        var value = 0x1234_5678_9ABC_DEF0L;

        Assert.True(NativeMemory.TryRead((ulong)&value, out long read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(8UL)]
    [InlineData(0xFFFF_FFFF_FFFF_0000UL)]
    public void TryRead_NotMapped_IsFalse(ulong address)
    {
        Assert.False(NativeMemory.TryRead(address, out long _));
        Assert.Null(NativeMemory.ReadString(address, 16));
        Assert.Equal(0UL, NativeMemory.ReadPointer(address));
    }

    [Fact]
    public unsafe void ReadString_EndsAtZeroOrLimit()
    {
        fixed (byte* text = "guru\0meditation"u8)
        {
            Assert.Equal("guru", NativeMemory.ReadString((ulong)text, 100));
        }
    }

    [Fact]
    public void Classify_AddressOutsideOfCode_IsNone()
    {
        var ranges = new CodeRanges(OwnRuntime.Describe());

        Assert.Equal(CodeRangeKind.None, ranges.Classify(0x1000));
    }

    [Fact]
    public void Offset_UnknownField_IsAShapeError()
    {
        Assert.Throws<ShapeException>(() => OwnRuntime.Describe().Offset("Thread", "NoSuchField"));
    }
}

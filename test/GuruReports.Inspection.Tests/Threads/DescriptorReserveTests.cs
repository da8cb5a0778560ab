using GuruReports.Inspection.Boundary;
using GuruReports.Inspection.Processes;
using GuruReports.Inspection.Threads.Linux;

namespace GuruReports.Inspection.Tests.Threads;

public sealed class DescriptorReserveTests
{
    // Other tests hold some descriptors of that kind meanwhile, but not so many.
    private const int Size = 300;

    [Fact]
    public void Hold_DescriptorsAreFew_TakesThemUntilReleased()
    {
        var reserve = new DescriptorReserve(Size, static () => false);

        reserve.Hold();
        var held = Held();
        reserve.Release();

        Assert.InRange(held, Size, int.MaxValue);
        Assert.InRange(Held(), 0, Size - 1);
    }

    [Fact]
    public void Look_DescriptorsBecameFew_TakesThem()
    {
        var isPlenty = true;
        var reserve = new DescriptorReserve(Size, () => isPlenty);

        reserve.Hold();
        reserve.Look();
        var before = Held();
        isPlenty = false;
        reserve.Look();
        var after = Held();
        reserve.Release();

        Assert.InRange(before, 0, Size - 1);
        Assert.InRange(after, Size, int.MaxValue);
    }

    [Fact]
    public void Look_WorkHasTheDescriptors_TakesNone()
    {
        var reserve = new DescriptorReserve(Size, static () => false);

        reserve.Hold();
        reserve.Release();
        reserve.Look();

        Assert.InRange(Held(), 0, Size - 1);
    }

    [Theory]
    [InlineData(1_048_576, 180, true)]
    [InlineData(-1, 180, true)]
    [InlineData(16_384, 180, true)]
    [InlineData(16_383, 180, false)]
    [InlineData(1_048_576, 1024, false)]
    [InlineData(1_048_576, -1, false)]
    public void IsPlentyFor_LimitAndLowestFree_SaysWhetherTheyLastASecond(long limit, int lowestFree, bool expected)
    {
        var isPlenty = DescriptorRoom.IsPlentyFor(limit, lowestFree);

        Assert.Equal(expected, isPlenty);
    }

    private static int Held() => SystemFiles.Real.ListNumbers("/proc/self/fd", int.MaxValue).Count(static number => SystemFiles.Real.ReadLink($"/proc/self/fd/{number}")?.EndsWith("/stat", StringComparison.Ordinal) == true);
}

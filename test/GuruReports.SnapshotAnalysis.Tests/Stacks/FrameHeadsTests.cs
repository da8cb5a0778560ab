using GuruReports.SnapshotReader.Analysis.Threads.Stacks;

namespace GuruReports.SnapshotAnalysis.Tests.Stacks;

public sealed class FrameHeadsTests
{
    private const ulong One = 0x5500_0000_1000;
    private const ulong Other = 0x5500_0000_2000;
    private const ulong Third = 0x5500_0000_3000;
    private const ulong Stack = 0x7f00_0000_0000;
    private const uint Place = 40;

    private readonly WrittenMemory _memory = new();

    public FrameHeadsTests()
    {
        _memory[One + Place] = Stack;
        _memory[Other + Place] = Stack + 0x1000;
        _memory[Third + Place] = Stack + 0x2000;
    }

    [Fact]
    public void Find_TwoThreadsAgree_IsFoundInAThird()
    {
        var heads = new FrameHeads(_memory.Open());

        heads.Learn(One, Stack);
        var early = heads.Find(Third);
        heads.Learn(Other, Stack + 0x1000);

        Assert.Equal((0UL, Stack + 0x2000), (early, heads.Find(Third)));
    }

    [Fact]
    public void Find_ThreadsDisagree_IsNotBelieved()
    {
        _memory[Other + Place] = 0;
        _memory[Other + Place + 8] = Stack + 0x1000;
        var heads = new FrameHeads(_memory.Open());

        heads.Learn(One, Stack);
        heads.Learn(Other, Stack + 0x1000);

        Assert.Equal(0UL, heads.Find(Third));
    }

    [Fact]
    public void Find_SecondPlaceThatAlwaysAgreedDoesNot_IsNotBelieved()
    {
        _memory[One + Place + 8] = Stack;
        _memory[Other + Place + 8] = Stack + 0x1000;
        var heads = new FrameHeads(_memory.Open());

        heads.Learn(One, Stack);
        heads.Learn(Other, Stack + 0x1000);

        Assert.Equal(0UL, heads.Find(Third));
    }
}

using GuruReports.SnapshotReader.Analysis.Symbols;
using GuruReports.SnapshotReader.Analysis.Threads;
using GuruReports.SnapshotReader.Analysis.Threads.Stacks;

namespace GuruReports.SnapshotAnalysis.Tests.Stacks;

public sealed class KnownStackTests
{
    private const ulong One = 0x7f00_0000_1000;
    private const ulong Other = 0x7f00_0020_3000;
    private const ulong Inner = 0x7e00_0000_0010;
    private const ulong Outer = 0x7e00_0000_0020;
    private const ulong Monitor = 0x7d00_0000_0100;
    private const ulong Order = 0x7d00_0000_0200;

    private readonly WrittenMemory _memory = new();

    public KnownStackTests()
    {
        Write(One, Monitor, Order);
        Write(Other, Monitor + 8, Order + 8);
    }

    /// <summary>The distances, from the first frame, of all words that a walk goes by.</summary>
    public static TheoryData<ulong> Marks => [0, 8, 16, 24, 32, 40, 0x90, 0x98, 0x200, 0x208];

    [Fact]
    public void Fits_EqualStackOfAnotherThread_HasItsFrames()
    {
        var known = Know();

        Assert.True(known.Fits(Other));
        Assert.Equal([new ThreadFrame(null!, Inner, Other + 0x40), new ThreadFrame(null!, Outer, Other + 0xa0)], known.FramesAt(Other));
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void Fits_WordThatAWalkGoesByDiffers_IsAnotherStack(ulong distance)
    {
        _memory[Other + distance] += 8;

        Assert.False(Know().Fits(Other));
    }

    [Fact]
    public void Fits_WordThatNoWalkGoesByDiffers_IsEqual()
    {
        _memory[Other + 0x60] = 17;

        Assert.True(Know().Fits(Other));
    }

    [Fact]
    public void Make_FrameThatNothingIsKnownOf_IsNone()
    {
        var frames = Steps(One);
        frames[^1] = frames[^1] with { RuntimeFrame = "PrestubMethodFrame" };

        Assert.Null(Make(frames));
    }

    [Fact]
    public void Make_ReturnAddressElsewhere_IsNone()
    {
        _memory[One + 0x98] = Inner;

        Assert.Null(Make(Steps(One)));
    }

    [Fact]
    public void ReadRoots_WordAndRegister_AreReadFromTheEqualStack()
    {
        Assert.Equal([new FrameRoot(0, Monitor + 8), new FrameRoot(1, Order + 8)], Know().ReadRoots(Other)!);
    }

    [Fact]
    public void ReadRoots_RegisterThatSeveralWordsMayHave_IsWalkedWhereTheyDisagree()
    {
        _memory[One + 0x68] = Order;
        _memory[Other + 0x68] = Order + 16;

        Assert.Null(Know().ReadRoots(Other));
    }

    [Fact]
    public void ReadRoots_RegisterThatSeveralWordsMayHave_IsToldBySecondWalk()
    {
        const ulong Third = 0x7f00_0040_5000;
        Write(Third, Monitor + 16, Order + 16);
        _memory[One + 0x68] = Order;
        _memory[Third + 0x68] = 1;
        var known = Know();

        known.Prove(Third, () => Roots(Third, Monitor + 16, Order + 16));

        Assert.True(known.IsProved);
        Assert.Equal([new FrameRoot(0, Monitor + 8), new FrameRoot(1, Order + 8)], known.ReadRoots(Other)!);
    }

    [Fact]
    public void ReadRoots_RegisterThatNoWordHas_IsWalked()
    {
        _memory[One + 0x58] = 0;

        Assert.Null(Know().ReadRoots(Other));
    }

    [Fact]
    public void ReadRoots_NullInTheEqualStack_IsNoRoot()
    {
        _memory[Other + 0x48] = 0;

        Assert.Equal([new FrameRoot(1, Order + 8)], Know().ReadRoots(Other)!);
    }

    private KnownStack Know() => Make(Steps(One))!;

    private KnownStack? Make(List<StackStep> walk) => KnownStack.Make(
        walk,
        [.. walk.Where(static step => step.RuntimeFrame is null).Select(static step => new ThreadFrame(null!, step.InstructionPointer, step.StackPointer))],
        () => Roots(One, Monitor, Order),
        _memory.Open());

    private static List<StackStep> Steps(ulong head) =>
    [
        new("InlinedCallFrame", 0, head),
        new(null, Inner, head + 0x40),
        new(null, Outer, head + 0xa0),
        new("DebuggerU2MCatchHandlerFrame", 0, head + 0x200),
    ];

    // The monitor stands in the inner frame; the order in a register of the outer one, which the inner one has saved.
    private static IEnumerable<StackRoot> Roots(ulong head, ulong monitor, ulong order) => [new(0, monitor, head + 0x48, "rsp"), new(1, order, 0, "rbx")];

    private void Write(ulong head, ulong monitor, ulong order)
    {
        _memory[head] = 1;
        _memory[head + 8] = head + 0x200;
        _memory[head + 24] = head + 0x40;
        _memory[head + 32] = Inner;
        _memory[head + 40] = head + 0x90;
        _memory[head + 0x48] = monitor;
        _memory[head + 0x58] = order;
        _memory[head + 0x90] = head + 0xf0;
        _memory[head + 0x98] = Outer;
        _memory[head + 0x200] = 2;
        _memory[head + 0x208] = ulong.MaxValue;
    }
}

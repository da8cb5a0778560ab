using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Threads;

namespace GuruReports.Inspection.Tests.Symbols;

public class CompilerNamesTests
{
    [Theory]
    [InlineData("Load", "Load", FrameKind.Method)]
    [InlineData(".ctor", ".ctor", FrameKind.Method)]
    [InlineData("<Load>b__3_0", "Load+lambda", FrameKind.Lambda)]
    [InlineData("<Load>g__Inner|3_0", "Load+Inner", FrameKind.LocalFunction)]
    [InlineData("<<Load>g__Inner|3_0>b__1", "Load+Inner+lambda", FrameKind.Lambda)]
    [InlineData("<Main>$", "Main", FrameKind.Method)]
    [InlineData("<Read>g____PInvoke|5_0", "Read", FrameKind.Method)]
    [InlineData("<", "<", FrameKind.Method)]
    [InlineData("<broken", "<broken", FrameKind.Method)]
    public void Read_MadeName_IsTheSources(string name, string expected, FrameKind kind)
    {
        Assert.Equal((expected, kind), CompilerNames.Read(name));
    }

    [Theory]
    [InlineData("<LoadAsync>d__7", "LoadAsync")]
    [InlineData("<<Load>g__Inner|0_1>d", "Load+Inner")]
    [InlineData("OrderService", "OrderService")]
    public void ReadType_StateMachine_IsItsMethod(string name, string expected)
    {
        Assert.Equal(expected, CompilerNames.ReadType(name));
    }
}

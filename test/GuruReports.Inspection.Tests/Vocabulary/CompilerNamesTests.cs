using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

public sealed class CompilerNamesTests
{
    [Theory]
    [InlineData("Load", "Load", NameKind.Plain)]
    [InlineData(".ctor", ".ctor", NameKind.Plain)]
    [InlineData("<Load>b__3_0", "Load+lambda", NameKind.Lambda)]
    [InlineData("<Load>g__Inner|3_0", "Load+Inner", NameKind.LocalFunction)]
    [InlineData("<<Load>g__Inner|3_0>b__1", "Load+Inner+lambda", NameKind.Lambda)]
    [InlineData("<Main>$", "Main", NameKind.Plain)]
    [InlineData("<Read>g____PInvoke|5_0", "Read", NameKind.Plain)]
    [InlineData("<", "<", NameKind.Plain)]
    [InlineData("<broken", "<broken", NameKind.Plain)]
    internal void Read_MadeName_IsTheSources(string name, string expected, NameKind kind)
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

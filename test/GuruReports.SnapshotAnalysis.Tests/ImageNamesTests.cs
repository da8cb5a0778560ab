using GuruReports.SnapshotReader.Analysis.Symbols;

namespace GuruReports.SnapshotAnalysis.Tests;

public sealed class ImageNamesTests
{
    [Theory]
    [InlineData("A.B+<Load>d__5", "A.B.Load")]
    [InlineData("A.B+<<Load>g__Inner|1_0>d", "A.B.Load+Inner")]
    [InlineData("A.B+<>c__DisplayClass2_0+<<Load>b__0>d", "A.B.Load+lambda")]
    [InlineData("A.B+C<System.String>+<Await>d__0", "A.B.C<String>.Await")]
    [InlineData("A.Plain", "A.Plain")]
    public void OfStateMachine_CompilerName_IsAsWritten(string typeName, string expected)
    {
        var name = ImageNames.OfStateMachine(typeName);

        Assert.Equal(expected, name);
    }

    [Theory]
    [InlineData("A.B", "Load", "A.B.Load")]
    [InlineData("A.B", ".ctor", "A.B..ctor")]
    [InlineData("A.B+<>c", "<Load>b__3_1", "A.B.Load+lambda")]
    [InlineData("A.B+<Load>d__5", "MoveNext", "A.B.Load")]
    [InlineData("A.B", "<Load>g__Inner|3_0", "A.B.Load+Inner")]
    public void OfMethod_CompilerName_IsAsWritten(string typeName, string methodName, string expected)
    {
        var name = ImageNames.OfMethod(typeName, methodName);

        Assert.Equal(expected, name);
    }

    [Theory]
    [InlineData("A.Box<B.C+<M>d__1>", "B.C+<M>d__1")]
    [InlineData("A.Builder<System.Int32>+Box<System.Int32, B.G<X.Y, Z>+<M>d__1>", "B.G<X.Y, Z>+<M>d__1")]
    [InlineData("A.Plain", null)]
    public void LastArgument_GenericName_IsFound(string typeName, string? expected)
    {
        var argument = ImageNames.LastArgument(typeName);

        Assert.Equal(expected, argument);
    }
}

using System.Reflection;
using GuruReports.Inspection.Boundary;

namespace GuruReports.Inspection.Tests;

public sealed class ReferencedAssembliesTests
{
    private static readonly Assembly s_assembly = typeof(FakeFiles).Assembly;

    [Fact]
    public void TryLoad_TooFewDescriptors_LoadsNothingAndTriesAgainLater()
    {
        var wanted = new List<int>();

        var first = ReferencedAssemblies.TryLoad(count => Note(count, false), s_assembly);
        var second = ReferencedAssemblies.TryLoad(count => Note(count, true), s_assembly);
        var third = ReferencedAssemblies.TryLoad(_ => throw new InvalidOperationException("it is loaded"), s_assembly);

        Assert.Equal((false, true, true), (first, second, third));
        Assert.Equal(2, wanted.Count);
        Assert.All(wanted, count => Assert.InRange(count, 1, int.MaxValue));
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name).ToHashSet();
        Assert.Contains("GuruReports.Inspection", loaded);

        bool Note(int count, bool answer)
        {
            wanted.Add(count);
            return answer;
        }
    }

    // More often than the process may have descriptors.
    [Fact]
    public void Has_AskedAgainAndAgain_GivesThemBackEachTime() => Assert.All(Enumerable.Repeat(40, 30_000), count => Assert.True(DescriptorRoom.Has(count)));
}

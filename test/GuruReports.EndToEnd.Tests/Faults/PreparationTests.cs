using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Faults;

/// <summary>What is loaded before it is needed: with no descriptor left nothing can be loaded, and the exception over it may end the process.</summary>
[Collection(FaultCollection.Name)]
public sealed class PreparationTests
{
    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    [InlineData("Xml")]
    [InlineData("Html")]
    public void FirstReport_WhereDescriptorsAreFew_LoadsNoAssembly(string format)
    {
        // What the runtime's background compiler loads for itself is no need of the report.
        using var service = FaultProcess.Start(new FaultSetup
        {
            Before = "ulimit -n 400",
            Settings = [("Rehearsal", "false"), ("Format", format)],
            Variables = [("DOTNET_TC_CallCounting", "0")],
        }).WaitUntilSick();
        var before = Assemblies(service.Id);

        service.SignalAndWait();

        Assert.NotEmpty(before);
        Assert.Empty(Assemblies(service.Id).Except(before));
    }

    internal static HashSet<string> Assemblies(int process) =>
        [.. OtherProcess.Read(process, "maps")!.Split('\n').Where(static line => line.EndsWith(".dll", StringComparison.Ordinal)).Select(static line => line[(line.LastIndexOf('/') + 1)..])];
}

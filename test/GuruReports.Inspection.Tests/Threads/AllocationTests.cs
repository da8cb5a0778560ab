namespace GuruReports.Inspection.Tests.Threads;

/// <summary>A look at allocations shows known allocators in their known shares, and why collections happen.</summary>
public class AllocationTests
{
    [Theory]
    [InlineData("mix", "", "")]
    [InlineData("mix", "DOTNET_gcServer", "1")]
    [InlineData("mix", "DOTNET_TieredCompilation", "0")]
    [InlineData("mix", "DOTNET_EnableDiagnostics", "0")]
    [InlineData("ask", "", "")]
    [InlineData("ask", "DOTNET_gcServer", "1")]
    [InlineData("large", "", "")]
    [InlineData("large", "DOTNET_gcServer", "1")]
    [InlineData("large", "DOTNET_gcConcurrent", "0")]
    public void Watch_KnownAllocators_ShowsTheirSharesAndTheReasonsOfCollections(string kind, string variable, string value)
    {
        var environment = variable.Length > 0 ? new[] { (variable, value) } : [];

        var (exitCode, output) = ZooProcess.Run($"allocations {kind}", environment);

        Assert.True(exitCode == 0, output);
        Assert.Contains($"{kind}: 0 failures", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_WhileCodeThatAllocatesComesAndGoes_NeverFails()
    {
        var (exitCode, output) = ZooProcess.Run("churn 100 --allocations");

        Assert.True(exitCode == 0, output);
        Assert.Contains("100 captures, 0 missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_WithoutACaptureBefore_SaysWhy()
    {
        var (exitCode, output) = ZooProcess.Run("allocations unproven");

        Assert.True(exitCode == 0, output);
        Assert.Contains("the stacks are not had in process", output, StringComparison.Ordinal);
    }
}

using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

public sealed class CodeOwnersTests
{
    private const string MicrosoftKey = "adb9793829ddae60";

    private static readonly OwnerTable s_table = new()
    {
        Listed = ["Acme.Base", "Serilog*"],
        Projects = ["Heat", "Microsoft.Heat"],
        Packages = ["Npgsql", "Microsoft.Extensions.Hosting", "Microsoft.Data.SqlClient"],
        RuntimePack = ["System.Runtime"],
        SharedFramework = "/usr/share/dotnet/shared/",
    };

    [Theory]
    [InlineData("Heat", "/srv/Heat.dll", null, CodeOwner.Service)]
    [InlineData("heat", "/srv/Heat.dll", null, CodeOwner.Service)]
    [InlineData("Microsoft.Heat", "/srv/Microsoft.Heat.dll", MicrosoftKey, CodeOwner.Service)]
    [InlineData("Plugin", "/srv/plugins/Plugin.dll", null, CodeOwner.Service)]
    [InlineData("System.Plugin", "/srv/plugins/System.Plugin.dll", null, CodeOwner.Service)]
    [InlineData("Npgsql", "/srv/Npgsql.dll", "5d8b90d52f46fda7", CodeOwner.Package)]
    [InlineData("Microsoft.Data.SqlClient", "/srv/Microsoft.Data.SqlClient.dll", "23ec7fc2d6eaa4a5", CodeOwner.Package)]
    [InlineData("Microsoft.Extensions.Hosting", "/srv/Microsoft.Extensions.Hosting.dll", MicrosoftKey, CodeOwner.Framework)]
    [InlineData("Whatever", "/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.1/Whatever.dll", null, CodeOwner.Framework)]
    [InlineData("System.Runtime", "/srv/System.Runtime.dll", null, CodeOwner.Framework)]
    [InlineData("System.Net.Http", null, "b03f5f7f11d50a3a", CodeOwner.Framework)]
    [InlineData("Acme.Base", "/srv/Acme.Base.dll", null, CodeOwner.Framework)]
    [InlineData("Acme.Base.More", "/srv/Acme.Base.More.dll", null, CodeOwner.Service)]
    [InlineData("Serilog.Sinks.File", "/srv/Serilog.Sinks.File.dll", null, CodeOwner.Framework)]
    [InlineData("GuruReports.Hosting", "/srv/GuruReports.Hosting.dll", null, CodeOwner.Framework)]
    public void Of_AnAssembly_IsWhoseCodeItIs(string name, string? path, string? key, CodeOwner expected)
    {
        var owner = new CodeOwners(s_table).Of(name, path, () => key);

        Assert.Equal(expected, owner);
    }

    [Fact]
    public void Of_WithoutDependencyFile_AllButTheFrameworkIsTheServices()
    {
        var owners = new CodeOwners(new OwnerTable());

        Assert.Equal(CodeOwner.Service, owners.Of("Npgsql", null, () => "5d8b90d52f46fda7"));
        Assert.Equal(CodeOwner.Framework, owners.Of("System.Net.Http", null, () => "b03f5f7f11d50a3a"));
    }

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting", "/srv/Microsoft.Extensions.Hosting.dll", false)]
    [InlineData("Microsoft.Extensions.Hosting", "/usr/share/dotnet/shared/Microsoft.AspNetCore.App/10.0.1/Microsoft.Extensions.Hosting.dll", true)]
    [InlineData("System.Runtime", "/srv/System.Runtime.dll", true)]
    [InlineData("System.Text.Json", null, true)]
    public void IsOfRuntime_AnAssembly_IsTrueForWhatNoPackageBrought(string name, string? path, bool expected)
    {
        var isOfRuntime = new CodeOwners(s_table).IsOfRuntime(name, path, () => "b03f5f7f11d50a3a");

        Assert.Equal(expected, isOfRuntime);
    }

    [Fact]
    public void Of_TheAssembliesOfThisProcess_TellsProjectPackageAndFrameworkApart()
    {
        var owners = AssemblyOwners.Current;

        Assert.Equal(CodeOwner.Service, owners.Of(typeof(CodeOwnersTests).Assembly));
        Assert.Equal(CodeOwner.Package, owners.Of(typeof(FactAttribute).Assembly));
        Assert.Equal(CodeOwner.Framework, owners.Of(typeof(Uri).Assembly));
        Assert.Equal(CodeOwner.Framework, owners.Of(typeof(ProcessInspector).Assembly));
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GuruReports.Testing;

/// <summary>A .NET beside the machine's, put together from its packages: programs run on it as they were built.</summary>
internal sealed class OtherRuntime : IDisposable
{
    private static readonly string[] s_frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];
    private static readonly string s_rid = $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private readonly string _root = Directory.CreateTempSubdirectory("guru-dotnet-").FullName;

    public OtherRuntime(string version)
    {
        Restore(version);
        foreach (var framework in s_frameworks)
        {
            Lay(framework, version);
        }

        Directory.CreateDirectory(Path.Combine(_root, "host", "fxr", version));
        var shared = Path.Combine(_root, "shared", s_frameworks[0], version);
        File.Copy(Path.Combine(shared, "libhostfxr.so"), Path.Combine(_root, "host", "fxr", version, "libhostfxr.so"));
        File.Copy(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet")), Host);
    }

    /// <summary>Gets the program that runs others.</summary>
    public string Host => Path.Combine(_root, "dotnet");

    /// <summary>Has a program that was to be started with the machine's .NET start with this one.</summary>
    public void Take(ProcessStartInfo start)
    {
        start.FileName = Host;
        start.Environment["DOTNET_ROOT"] = _root;

        // Built for an earlier one; only this one is there.
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Restore(string version)
    {
        var project = Path.Combine(_root, "restore", "restore.csproj");
        Directory.CreateDirectory(Path.GetDirectoryName(project)!);
        File.WriteAllText(project, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(s_frameworks.Select(framework => $"<PackageDownload Include=\"{framework}.Runtime.{s_rid}\" Version=\"[{version}]\" />"))}
              </ItemGroup>
            </Project>
            """);
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project]) { RedirectStandardOutput = true })!;
        var output = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();
        Assert.True(restore.ExitCode == 0, output);
    }

    private void Lay(string framework, string version)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Path.Combine(packages, $"{framework}.Runtime.{s_rid}".ToLowerInvariant(), version, "runtimes", s_rid);
        var target = Directory.CreateDirectory(Path.Combine(_root, "shared", framework, version)).FullName;
        foreach (var file in Directory.GetFiles(package, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}

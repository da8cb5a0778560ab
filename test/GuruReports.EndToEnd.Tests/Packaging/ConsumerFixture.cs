using GuruReports.EndToEnd.Tests.Harness;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>A service outside this repository that references the packages as they were packed, from a source of its own.</summary>
public sealed class ConsumerFixture : IDisposable
{
    internal const string Version = "0.0.1-consumer";
    private static readonly string s_configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private readonly string _folder = Directory.CreateTempSubdirectory("guru-consumer-").FullName;

    public ConsumerFixture()
    {
        foreach (var package in new[] { "GuruReports.Inspection", "GuruReports.Reporting", "GuruReports.Hosting" })
        {
            Dotnet("pack", Repository.PathOf("src", package), "--no-build", "--configuration", s_configuration, "--output", Packages, "-p:PackageVersion=" + Version);
        }

        Write("nuget.config", """
            <configuration>
              <packageSources>
                <add key="packed" value="source" />
              </packageSources>
            </configuration>
            """);
        // Packages that the machine has are used; what this test packs goes nowhere else.
        Write("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NoWarn>NU1603</NoWarn>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages.Folder}</RestoreFallbackFolders>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <Extensions Condition="'$(Extensions)' == ''">{Versions.Value("ExtensionsVersion")}</Extensions>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.cs" />
                <PackageReference Include="GuruReports.Hosting" Version="{Version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="$(Extensions)" />
              </ItemGroup>
              <ItemGroup Condition="'$(Serilog)' == 'true'">
                <PackageReference Include="Serilog.Extensions.Hosting" Version="{Versions.Of("Serilog.Extensions.Hosting")}" />
                <PackageReference Include="Serilog.Settings.Configuration" Version="{Versions.Of("Serilog.Settings.Configuration")}" />
                <PackageReference Include="Serilog.Sinks.Console" Version="{Versions.Of("Serilog.Sinks.Console")}" />
                <Compile Include="Serilog/Program.cs" />
                <Compile Remove="Program.cs" />
              </ItemGroup>
            </Project>
            """);
        Write("Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddGuruMeditationReports();
            builder.Services.AddHostedService<Intake>();
            var host = builder.Build();
            await host.StartAsync();
            Console.WriteLine("ready");
            await host.WaitForShutdownAsync();

            sealed class Intake : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stop) => await Task.Delay(Timeout.Infinite, stop);
            }
            """);
        // As the README shows it.
        Write("Serilog/Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Serilog;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddSerilog((services, serilog) => serilog.ReadFrom.Configuration(builder.Configuration));
            builder.Services.AddGuruMeditationReports();
            var host = builder.Build();
            await host.StartAsync();
            Console.WriteLine("ready");
            await host.WaitForShutdownAsync();
            """);
    }

    /// <summary>The folder with the packages.</summary>
    public string Packages => Path.Combine(_folder, "source");

    /// <summary>True when the packages under test were built with precompiled assemblies.</summary>
    public static bool IsRelease => s_configuration == "Release";

    /// <summary>True when the packages hold the helper as machine code, which is made where there is a linker.</summary>
    public static bool HasNativeHelper { get; } = File.Exists(Repository.PathOf("src", "GuruReports.Inspection", "obj", "helper", s_configuration, "x64", "GuruReports.SnapshotReader"));

    /// <summary>Publishes the service.</summary>
    /// <returns>The folder it went to.</returns>
    public string Publish(params string[] arguments) => Publish(out _, arguments);

    /// <summary>Publishes the service.</summary>
    /// <param name="said">What the build said.</param>
    /// <param name="arguments">How it is published.</param>
    /// <returns>The folder it went to.</returns>
    internal string Publish(out string said, params string[] arguments)
    {
        // The runtime takes paths apart at colons.
        var output = Path.Combine(_folder, "publish" + string.Concat(arguments).Replace(':', '-'));
        said = Dotnet(["publish", _folder, "--output", output, .. arguments]);
        return output;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Dotnet(params IEnumerable<string> arguments)
    {
        var command = Command.Run("dotnet", [.. arguments, "--nologo"]);
        Assert.True(command.ExitCode == 0, command.Output + command.Error);
        return command.Output;
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}

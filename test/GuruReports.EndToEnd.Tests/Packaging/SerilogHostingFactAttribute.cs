using GuruReports.EndToEnd.Tests.Harness;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>A test that needs the package Serilog.Extensions.Hosting; skipped where it cannot be had.</summary>
public sealed class SerilogHostingFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> s_reason = new(Restore);

    public SerilogHostingFactAttribute() => Skip = s_reason.Value;

    private static string? Restore()
    {
        var folder = Directory.CreateTempSubdirectory("guru-serilog-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "Probe.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <NuGetAudit>false</NuGetAudit>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Serilog.Extensions.Hosting" Version="{Versions.Of("Serilog.Extensions.Hosting")}" />
                  </ItemGroup>
                </Project>
                """);
            var restore = Command.Run("dotnet", ["restore", folder.FullName]);
            return restore.ExitCode == 0 ? null : "Serilog.Extensions.Hosting cannot be restored here";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

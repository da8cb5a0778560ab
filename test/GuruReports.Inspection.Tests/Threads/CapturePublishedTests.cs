namespace GuruReports.Inspection.Tests.Threads;

/// <summary>Publishes the known threads in the ways in which services are shipped, and looks at them there.</summary>
public sealed class CapturePublishedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zoo-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Capture_SelfContainedTrimmedSingleFile_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishSingleFile=true -p:PublishTrimmed=true -p:DebugType=embedded");

    [LongFact]
    public void Capture_SingleFile_ShowsEveryKnownThread() => Verify("--no-self-contained -p:PublishSingleFile=true");

    [LongFact]
    public void Capture_SelfContained_ShowsEveryKnownThread() => Verify("--self-contained");

    [LongFact]
    public void Capture_SelfContainedSingleFileReadyToRun_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true");

    [LongFact]
    public void Capture_TrimmedReadyToRun_ShowsEveryKnownThread() =>
        Verify("--self-contained -p:PublishTrimmed=true -p:PublishReadyToRun=true");

    private void Verify(string publish)
    {
        WriteProject();
        var (built, log) = ZooProcess.Start("dotnet", $"publish \"{_folder}\" -c Release -r linux-x64 {publish} -o \"{_folder}/out\"");
        Assert.True(built == 0, log);

        var (exitCode, output) = ZooProcess.Start(Path.Combine(_folder, "out", "GuruReports.ThreadZoo"), "verify --lines");

        Assert.True(exitCode == 0, output);
    }

    // A project of its own around the same sources and the built library, as a consumer has it: publishing the
    // original would write into folders from which other tests are running.
    private void WriteProject() => File.WriteAllText(Path.Combine(_folder, "GuruReports.ThreadZoo.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
            <InvariantGlobalization>true</InvariantGlobalization>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="{ZooProcess.Project}/*.cs;{ZooProcess.Project}/../OtherProcess.cs;{ZooProcess.Project}/../Until.cs" />
            <Reference Include="{ZooProcess.Folder}/GuruReports.Inspection.dll" />
            <Reference Include="{ZooProcess.Folder}/Microsoft.Diagnostics.NETCore.Client.dll" />
            <Reference Include="{ZooProcess.Folder}/Microsoft.Extensions.Logging.Abstractions.dll" />
          </ItemGroup>
        </Project>
        """);
}

namespace GuruReports.SnapshotReader.Tests.Lifecycle;

public class NativeHelperTests
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [NativeHelperFact]
    public void TakeSnapshot_HelperLostItsMode_ReadsAllTheSame()
    {
        using var copy = new HelperCopy();
        File.SetUnixFileMode(copy.Program, ReadOnly);

        var outcome = Target.Run("once", "--helper-directory", copy.Folder);

        Target.AssertRead(outcome);
        Assert.Equal("1", outcome["attempts"]);
    }

    [NativeHelperFact(asRoot: true)]
    public void TakeSnapshot_MachineCodeMayNotRunThere_TheHostedFormReads()
    {
        using var copy = new HelperCopy();
        var folder = Path.GetDirectoryName(copy.Program)!;
        var mount = $"cp {copy.Program} {copy.Folder}/kept && mount -t tmpfs -o noexec none {folder} && cp {copy.Folder}/kept {copy.Program} && exec \"$@\"";

        var outcome = Target.Run(["unshare", "-m", "sh", "-c", mount, "sh"], ["once", "--helper-directory", copy.Folder]);

        Target.AssertRead(outcome);
        Assert.Equal("2", outcome["attempts"]);
    }

    [NativeHelperFact]
    public void Find_ServiceWithoutAnyHelperButMachineCode_Reads()
    {
        using var copy = new HelperCopy();
        foreach (var folder in Directory.GetDirectories(copy.Folder).Where(folder => folder != Path.GetDirectoryName(copy.Program)))
        {
            Directory.Delete(folder, recursive: true);
        }

        Target.AssertRead(Target.Run("once", "--helper-directory", copy.Folder));
    }
}

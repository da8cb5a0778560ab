using System.Data;
using GuruReports.Hosting.Redaction;
using GuruReports.Hosting.Sections.Custom;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Sections;

public class ObjectConverterTests
{
    private readonly ObjectConverter _converter = new(new SecretRedactor(new RedactionOptions()));

    [Fact]
    public void Convert_PlainObject_BecomesAMapOfItsMembers()
    {
        var map = Assert.IsType<ReportMap>(_converter.Convert(new { Name = "Gouda", Age = 3, Ripe = true, Since = TimeSpan.FromDays(2), Nothing = (string?)null }));

        Assert.Equal(
            [new("Name", "Gouda"), new("Age", 3), new("Ripe", true), new("Since", TimeSpan.FromDays(2)), new("Nothing", "null")],
            map.Entries);
    }

    [Fact]
    public void Convert_SequenceOfLikeObjects_BecomesATable()
    {
        var table = Assert.IsType<ReportTable>(_converter.Convert(new[] { new { Name = "Gouda", Age = 3 }, new { Name = "Brie", Age = 1 } }));

        Assert.Equal(["Name", "Age"], table.Columns);
        Assert.Equal([new ReportText("Brie"), new ReportNumber(1)], table.Rows[1]);
    }

    [Fact]
    public void Convert_DataTable_BecomesATable()
    {
        using var data = new DataTable();
        data.Columns.Add("Name");
        data.Columns.Add("Token");
        data.Rows.Add("Gouda", "s3cr3t-T0ken");

        var table = Assert.IsType<ReportTable>(_converter.Convert(data));

        Assert.Equal([new ReportText("Gouda"), new ReportText("***")], table.Rows[0]);
    }

    [Fact]
    public void Convert_DictionariesAndJson_BecomeMaps()
    {
        var generic = _converter.Convert(new Dictionary<int, string> { [1] = "a" });
        var plain = _converter.Convert(new System.Collections.Hashtable { ["x"] = 2 });
        var json = _converter.Convert(System.Text.Json.JsonDocument.Parse("{\"a\":[1,\"b\",null],\"password\":\"hunter2\"}"));

        Assert.Equal([new ReportEntry("1", "a")], Assert.IsType<ReportMap>(generic).Entries);
        Assert.Equal([new ReportEntry("x", 2)], Assert.IsType<ReportMap>(plain).Entries);
        Assert.Equal(new ReportText("***"), Assert.IsType<ReportMap>(json).Entries[1].Value);
    }

    [Fact]
    public void Convert_SecretMembersAtAnyDepth_AreMasked()
    {
        var value = _converter.Convert(new { Db = new { Password = "hunter2x" }, Secrets = new[] { "zw0lf-elf" } });

        Assert.DoesNotContain("hunter2x", Flatten(value));
        Assert.DoesNotContain("zw0lf-elf", Flatten(value));
    }

    [Fact]
    public void Convert_Cycle_SaysSo()
    {
        var node = new Node { Name = "a" };
        node.Next = new Node { Name = "b", Next = node };

        var text = Flatten(_converter.Convert(node));

        Assert.Contains("cycle: the same ObjectConverterTests.Node as above", text);
    }

    [Fact]
    public void Convert_PropertyThatThrows_CostsItselfOnly()
    {
        var map = Assert.IsType<ReportMap>(_converter.Convert(new Faulty()));

        Assert.Equal(new ReportUnknown("threw System.InvalidOperationException: no"), map.Entries[0].Value);
        Assert.Equal(new ReportNumber(1), map.Entries[1].Value);
    }

    [Fact]
    public void Convert_SequenceThatThrowsOrNeverEnds_KeepsWhatItGave()
    {
        var stopped = Assert.IsType<ReportList>(_converter.Convert(Throwing()));
        var endless = Assert.IsType<ReportList>(_converter.Convert(Endless()));

        Assert.Equal(2, stopped.Items.Count);
        Assert.Equal(1001, endless.Items.Count);
        Assert.Equal("cut: a collection has more than 1000 items", _converter.Cut);
    }

    [Fact]
    public void Convert_HugeText_IsCut()
    {
        var text = Assert.IsType<ReportText>(_converter.Convert(new string('x', 100_000_000)));

        Assert.True(text.Text.Length < 300_000);
        Assert.NotNull(_converter.Cut);
    }

    [Fact]
    public void Convert_DeepNesting_IsCut()
    {
        var node = new Node { Name = "end" };
        for (var level = 0; level < 10_000; level++)
        {
            node = new Node { Name = "n", Next = node };
        }

        _ = _converter.Convert(node);

        Assert.Contains("nested deeper than", _converter.Cut);
    }

    [Fact]
    public void Convert_TaskThatNeverEnds_IsNotWaitedFor()
    {
        var value = _converter.Convert(new { Work = new TaskCompletionSource<int>().Task, Later = new Lazy<int>(() => throw new InvalidOperationException()) });

        Assert.Contains("task, not completed", Flatten(value));
    }

    [Theory]
    [InlineData(9_007_199_254_740_993L, "9007199254740993")]
    [InlineData(ulong.MaxValue, "18446744073709551615")]
    public void Convert_NumberThatADoubleCannotHold_KeepsItsDigits(object number, string expected)
    {
        Assert.Equal(new ReportText(expected), _converter.Convert(number));
    }

    [Fact]
    public void Convert_Exception_ShowsTypeMessageAndInner()
    {
        var text = Flatten(_converter.Convert(new InvalidOperationException("outer", new ArgumentException("inner"))));

        Assert.Contains("System.InvalidOperationException: outer", text);
        Assert.Contains("System.ArgumentException: inner", text);
    }

    [Fact]
    public void Generate_NullAndCutContent_SaySo()
    {
        var nothing = new DelegateSection("Cheese", _ => null).Generate(SectionTest.Context());
        var cut = new DelegateSection("Cheese", _ => Enumerable.Range(0, 5000)).Generate(SectionTest.Context());

        Assert.Contains("returned nothing", nothing.Summary);
        Assert.Equal((SectionStatus.Partial, "cut: a collection has more than 1000 items"), (cut.Status, cut.Reason));
    }

    private static string Flatten(ReportValue value) => value switch
    {
        ReportText text => text.Text,
        ReportUnknown unknown => unknown.Reason ?? "",
        ReportMap map => string.Join('\n', map.Entries.Select(entry => entry.Name + " " + Flatten(entry.Value))),
        ReportList list => string.Join('\n', list.Items.Select(Flatten)),
        ReportTable table => string.Join('\n', table.Rows.SelectMany(row => row).Select(Flatten)),
        _ => value.ToString()!,
    };

    private static IEnumerable<int> Throwing()
    {
        yield return 1;
        throw new InvalidOperationException("enough");
    }

    private static IEnumerable<int> Endless()
    {
        while (true)
        {
            yield return 1;
        }
    }

    private sealed class Node
    {
        public string? Name { get; set; }

        public Node? Next { get; set; }
    }

    private sealed class Faulty
    {
        public int Bad => throw new InvalidOperationException("no");

        public int Good => 1;
    }
}

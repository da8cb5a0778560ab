using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

public class IdentifiersTests
{
    [Theory]
    [InlineData("import 6f9619ff-8b86-d011-b42d-00cf4fc964ff", "import {id}")]
    [InlineData("6F9619FF-8B86-D011-B42D-00CF4FC964FF.done", "{id}.done")]
    [InlineData("job-1234567-of-42", "job-{id}-of-42")]
    [InlineData("order1234567", "order{id}")]
    [InlineData("blob 0123456789abcdef0123456789abcdef", "blob {id}")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736", "{id}")]
    [InlineData("worker-12", "worker-12")]
    [InlineData("localhost:50051", "localhost:50051")]
    [InlineData("decadefacade", "decadefacade")]
    [InlineData("facadefacadefacadefacade", "facadefacadefacadefacade")]
    [InlineData("6f9619ff-8b86-d011-b42d-00cf4fc964f", "6f9619ff-8b86-d011-b42d-00cf4fc964f")]
    [InlineData("GET /orders/{id}", "GET /orders/{id}")]
    [InlineData("", "")]
    public void Fold_Name_KeepsAllButWhatMakesItAnotherOne(string name, string expected) => Assert.Equal(expected, Identifiers.Fold(name));

    [Fact]
    public void Fold_NameWithoutIdentifier_IsTheSameObject()
    {
        const string Name = "stack-worker-2";

        Assert.Same(Name, Identifiers.Fold(Name));
    }
}

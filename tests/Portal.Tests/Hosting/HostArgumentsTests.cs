using System.Text;
using Purbalingga.Portal.Hosting;
using Purbalingga.Portal.Testing;

namespace Purbalingga.Portal.Tests.Hosting;

public sealed class HostArgumentsTests
{
    [Theory]
    [InlineData("sqlite;Data Source=x.db", "Sqlite", "Data Source=x.db")]
    [InlineData("postgresql;Host=db;Database=catalog", "PostgreSql", "Host=db;Database=catalog")]
    [InlineData("SqlServer; Server=db", "SqlServer", "Server=db")]
    [InlineData("sqlite", "Sqlite", "")]
    public void Should_understand_an_engine_with_its_connection_string(string text, string engine, string connection)
    {
        var values = new HostArguments(Database: text).ToConfiguration();
        Assert.Equal(engine, values["Database:Engine"]);
        Assert.Equal(connection, values["Database:ConnectionString"]);
    }

    [Fact]
    public void Should_refuse_an_unknown_engine() =>
        Assert.Contains("oracle", Assert.Throws<ConfigurationException>(() => new HostArguments(Database: "oracle;x").ToConfiguration()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://*:80", "http://localhost")]
    [InlineData("https://data.example.test:443", "https://data.example.test")]
    public void Should_say_where_it_is_as_a_person_would_type_it(string listening, string expected) =>
        Assert.Equal(expected, SiteAddress.Public([listening]));

    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://*:5000")]
    [InlineData("http://192.168.1.5:5000")]
    [InlineData("http://data.example.test")]
    public void Should_not_open_the_doors_for_tests_to_others(string url) =>
        Assert.Throws<ConfigurationException>(() => TestingMode.Settings(["http://127.0.0.1:1", url]));

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://localhost:5000")]
    public void Should_open_them_on_this_machine(string url) =>
        Assert.Equal(TestingMode.SiteUser, TestingMode.Settings([url])["Ckan:ckan.site_id"]);

    [Fact]
    public void Should_keep_one_record_on_one_line()
    {
        var line = new StringBuilder();
        OneLineConsoleFormatter.AppendEscaped(line, "id=x\r\nfail Fake: all is lost\u2028\u001b[31m\u0085é");
        Assert.Equal("id=x\\r\\nfail Fake: all is lost\\u2028\\u001b[31m\\u0085é", line.ToString());
    }
}

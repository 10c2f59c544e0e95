using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Purbalingga.Catalog.Tags;

/// <summary>A keyword; free, or of a vocabulary.</summary>
public sealed class Tag
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Null for a free tag.</summary>
    public string? VocabularyId { get; set; }

    /// <summary>
    /// A new tag. Its id follows from its name and vocabulary, so that two writers who meet the same new word make the same row and not two.
    /// </summary>
    public static Tag Create(string name, string? vocabularyId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"tag\n{vocabularyId}\n{name}"));
        return new Tag { Id = new Guid(hash.AsSpan(0, 16)).ToString(), Name = name, VocabularyId = vocabularyId };
    }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tag");
        builder.Property(t => t.Id).HasMaxLength(36);
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.VocabularyId).HasMaxLength(36);
        builder.HasIndex(t => new { t.Name, t.VocabularyId }).IsUnique();
        builder.HasOne<Vocabulary>().WithMany().HasForeignKey(t => t.VocabularyId).OnDelete(DeleteBehavior.Cascade);
    }
}
